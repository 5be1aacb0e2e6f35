package org.readingroom.viewer.phantom;

import java.util.List;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.Vr;

/// Coded entries as the items of sequences.
final class Codes {
    private static final int PATIENT_ORIENTATION_MODIFIER_CODE_SEQUENCE = 0x00540412;

    private Codes() {}

    /// SNOMED CT.
    static List<DataSet> sct(String value, String meaning) {
        return List.of(sctItem(value, meaning).build());
    }

    static DataSetBuilder sctItem(String value, String meaning) {
        return DataSetBuilder.create()
                .text(Tag.CODE_VALUE, Vr.SH, value)
                .text(Tag.CODING_SCHEME_DESIGNATOR, Vr.SH, "SCT")
                .text(Tag.CODE_MEANING, Vr.LO, meaning);
    }

    /// Lying on the back, head first, as nuclear images say it.
    static DataSetBuilder supine(DataSetBuilder image) {
        DataSet supine = sctItem("102538003", "recumbent")
                .sequence(PATIENT_ORIENTATION_MODIFIER_CODE_SEQUENCE, sct("40199007", "supine"))
                .build();
        return image.sequence(PhantomTag.PATIENT_ORIENTATION_CODE_SEQUENCE, List.of(supine))
                .sequence(PhantomTag.PATIENT_GANTRY_RELATIONSHIP_CODE_SEQUENCE, sct("102540008", "headfirst"));
    }
}
