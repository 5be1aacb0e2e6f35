package org.readingroom.viewer.coded;

import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.Vr;

/// Coded entries as sequence items; the way back is [CodedEntry#of(DataSet)].
///
/// **Source:** DICOM PS3.3 sections 8.1 to 8.3.
public final class CodeItem {
    private static final int LONG_CODE_VALUE = 0x00080119;

    /// The most characters of Code Value (0008,0100), a SH.
    private static final int SHORT = 16;

    private CodeItem() {}

    public static DataSet of(CodedEntry code) {
        DataSetBuilder item = DataSetBuilder.create();
        if (code.value().length() > SHORT) {
            item.text(LONG_CODE_VALUE, Vr.UC, code.value());
        } else {
            item.text(Tag.CODE_VALUE, Vr.SH, code.value());
        }
        item.text(Tag.CODING_SCHEME_DESIGNATOR, Vr.SH, code.scheme());
        if (!code.version().isEmpty()) {
            item.text(Tag.CODING_SCHEME_VERSION, Vr.SH, code.version());
        }
        return item.text(Tag.CODE_MEANING, Vr.LO, code.meaning()).build();
    }

    /// Whether an item says all three that a code needs, so that it may be handed on.
    public static boolean isWhole(DataSet item) {
        return CodedEntry.of(item)
                .filter(code -> !code.value().isBlank()
                        && !code.scheme().isBlank()
                        && !code.meaning().isBlank())
                .isPresent();
    }
}
