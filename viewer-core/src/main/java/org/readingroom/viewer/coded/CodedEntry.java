package org.readingroom.viewer.coded;

import java.util.Optional;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.Tag;

/// One coded entry: a code, the scheme it is of, and its meaning for people.
///
/// `value` may come from Code Value, Long Code Value or URN Code Value; texts are empty where the file has none.
///
/// **Source:** DICOM PS3.3 section 8.1 to 8.3.
public record CodedEntry(String value, String scheme, String version, String meaning) {
    private static final int LONG_CODE_VALUE = 0x00080119;
    private static final int URN_CODE_VALUE = 0x00080120;

    /// The first item of a code sequence; nothing when it is absent or says neither code nor meaning.
    public static Optional<CodedEntry> of(DataSet holder, int sequenceTag) {
        return holder.item(sequenceTag).flatMap(CodedEntry::of);
    }

    /// The entry that a sequence item holds.
    public static Optional<CodedEntry> of(DataSet item) {
        String value = item.string(Tag.CODE_VALUE)
                .or(() -> item.string(LONG_CODE_VALUE))
                .or(() -> item.string(URN_CODE_VALUE))
                .orElse("");
        String meaning = item.string(Tag.CODE_MEANING).orElse("");
        if (value.isEmpty() && meaning.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new CodedEntry(
                value,
                item.string(Tag.CODING_SCHEME_DESIGNATOR).orElse(""),
                item.string(Tag.CODING_SCHEME_VERSION).orElse(""),
                meaning));
    }

    /// True for the same code of the same scheme, whatever the meaning is called.
    public boolean is(String otherValue, String otherScheme) {
        return value.equals(otherValue) && scheme.equals(otherScheme);
    }

    /// What a reader sees: the meaning, or the bare code where there is none.
    public String text() {
        return meaning.isEmpty() ? value : meaning;
    }

    /// A unit as it is written behind a number: `mm`, `HU`; nothing for the unit one.
    ///
    /// UCUM codes with brackets or braces, such as `[hnsf'U]`, are no reading for people: their meaning is.
    ///
    /// **Source:** DICOM PS3.16 context group 82 and its kin.
    public String unit() {
        if (!scheme.equals("UCUM")) {
            return text();
        }
        if (value.equals("[hnsf'U]")) {
            return "HU";
        }
        if (value.equals("1") || value.equals("{no units}")) {
            return "";
        }
        return value.isEmpty() || value.indexOf('[') >= 0 || value.indexOf('{') >= 0 ? text() : value;
    }
}
