package org.readingroom.viewer.dicom;

/// Something wrong with a file that was read all the same.
///
/// `offset` is the place in the data set in bytes, -1 when it has none; `tag` is the attribute, 0 when none.
public record Defect(Kind kind, int tag, long offset) {

    /// What is wrong, and whether what was read may differ from what was meant.
    public enum Kind {
        NO_PREAMBLE,
        NO_FILE_META_INFORMATION,
        META_LENGTH_WRONG,
        TRANSFER_SYNTAX_MISSING,
        TRANSFER_SYNTAX_UNKNOWN,
        TRANSFER_SYNTAX_MISLABELLED,
        TRUNCATED,
        LENGTH_BEYOND_PARENT,
        ODD_LENGTH,
        UNKNOWN_VR,
        IMPLICIT_IN_EXPLICIT,
        NESTED_TOO_DEEP,
        SEQUENCE_BROKEN,
        STRAY_DELIMITER,
        OUT_OF_ORDER,
        DUPLICATE_ELEMENT,
        TRAILING_BYTES,
        CHARACTER_SET_UNKNOWN,
        CHARACTER_SET_GUESSED,
        TEXT_UNDECODABLE,
        PIXEL_DATA_BROKEN,
        INFLATE_FAILED;

        /// The line of the `viewer` bundle that says it: `viewer.defect.no-preamble`.
        public String messageKey() {
            return "viewer.defect." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
