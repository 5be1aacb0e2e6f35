package org.readingroom.desktop.boot;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.Vr;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.phantom.SyntheticInstance;
import org.readingroom.viewer.phantom.SyntheticStudy;

/// A study of another invented patient, made of the pictures of phantoms.
///
/// **Order:** `parts` become series 1, 2 and so on.
record MadeStudy(String key, String patientId, List<Part> parts) implements SyntheticStudy {
    /// The images of a phantom as one series; `change` makes of each what is stored.
    record Part(SyntheticStudy base, String description, UnaryOperator<SyntheticInstance> change) {
        static Part of(SyntheticStudy base, String description) {
            return new Part(base, description, same -> same);
        }
    }

    private static String uid(String name) {
        UUID id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        return "2.25." + new BigInteger(id.toString().replace("-", ""), 16);
    }

    @Override
    public StudyUid uid() {
        return new StudyUid(uid(key));
    }

    @Override
    public String name() {
        return key;
    }

    @Override
    public int size() {
        return parts.stream().mapToInt(part -> part.base().size()).sum();
    }

    @Override
    public SyntheticInstance instance(int index) {
        int series = 0;
        int at = index;
        while (at >= parts.get(series).base().size()) {
            at -= parts.get(series).base().size();
            series++;
        }
        Part part = parts.get(series);
        SyntheticInstance made = part.change().apply(part.base().instance(at));
        DataSet data = DataSetBuilder.create("ISO_IR 192")
                .addAll(made.dataSet())
                .text(Tag.STUDY_INSTANCE_UID, Vr.UI, uid(key))
                .text(Tag.SERIES_INSTANCE_UID, Vr.UI, uid(key + " " + series))
                .text(Tag.SOP_INSTANCE_UID, Vr.UI, uid(key + " " + series + " " + at))
                .text(Tag.FRAME_OF_REFERENCE_UID, Vr.UI, uid(key + " frame"))
                .text(Tag.PATIENT_ID, Vr.LO, patientId)
                .text(Tag.PATIENT_NAME, Vr.PN, "Invented^" + patientId)
                .text(Tag.ACCESSION_NUMBER, Vr.SH, "A-" + patientId)
                .text(Tag.SERIES_DESCRIPTION, Vr.LO, part.description())
                .integers(Tag.SERIES_NUMBER, Vr.IS, series + 1)
                .build();
        return new SyntheticInstance(data, made.pixels());
    }
}
