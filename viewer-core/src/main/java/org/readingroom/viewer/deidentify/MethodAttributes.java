package org.readingroom.viewer.deidentify;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.Vr;

/// What a de-identified object says about having been so.
///
/// **Source:** DICOM PS3.15 section E.1.1, PS3.3 tables C.7-1 and C.12-1; codes of PS3.16 CID 7050.
final class MethodAttributes {
    private static final int PATIENT_IDENTITY_REMOVED = 0x00120062;
    private static final int DEIDENTIFICATION_METHOD = 0x00120063;
    private static final int DEIDENTIFICATION_METHOD_CODE_SEQUENCE = 0x00120064;
    private static final int LONGITUDINAL_TEMPORAL_INFORMATION_MODIFIED = 0x00280303;
    private static final int CODE_VALUE = 0x00080100;
    private static final int CODING_SCHEME_DESIGNATOR = 0x00080102;
    private static final int CODE_MEANING = 0x00080104;
    private static final int VERIFYING_OBSERVER_SEQUENCE = 0x0040A073;

    private MethodAttributes() {}

    static void add(DataSetBuilder built, DataSet original, Set<DeidentifyOption> options) {
        List<DataSet> codes = new ArrayList<>();
        codes.add(code("113100", "Basic Application Confidentiality Profile"));
        options.stream().sorted().forEach(option -> codes.add(code(option.codeValue(), option.codeMeaning())));
        built.text(PATIENT_IDENTITY_REMOVED, Vr.CS, "YES")
                .text(DEIDENTIFICATION_METHOD, Vr.LO, "Reading Room, PS3.15 E.2 Basic Profile")
                .sequence(DEIDENTIFICATION_METHOD_CODE_SEQUENCE, codes)
                .text(LONGITUDINAL_TEMPORAL_INFORMATION_MODIFIED, Vr.CS, times(options));
        if (original.contains(VERIFYING_OBSERVER_SEQUENCE) && original.contains(Tag.VERIFICATION_FLAG)) {
            // Who verified it went, and nothing is verified by nobody.
            built.text(Tag.VERIFICATION_FLAG, Vr.CS, "UNVERIFIED");
        }
    }

    private static String times(Set<DeidentifyOption> options) {
        if (options.contains(DeidentifyOption.RETAIN_FULL_DATES)) {
            return "UNMODIFIED";
        }
        return options.contains(DeidentifyOption.RETAIN_MODIFIED_DATES) ? "MODIFIED" : "REMOVED";
    }

    private static DataSet code(String value, String meaning) {
        return DataSetBuilder.create()
                .text(CODE_VALUE, Vr.SH, value)
                .text(CODING_SCHEME_DESIGNATOR, Vr.SH, "DCM")
                .text(CODE_MEANING, Vr.LO, meaning)
                .build();
    }
}
