package org.readingroom.viewer.model;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A person's name in the three component groups of value representation PN.
///
/// Each group keeps its carets: `Wang^XiaoDong`. A group the file lacks is empty.
///
/// **Source:** DICOM PS3.5 section 6.2.1.2.
public record PersonName(String alphabetic, String ideographic, String phonetic) {
    public static final PersonName NONE = new PersonName("", "", "");

    /// Splits a PN value at its equals signs.
    public static PersonName parse(String value) {
        String[] groups = value.split("=", 3);
        return new PersonName(
                groups[0].strip(),
                groups.length > 1 ? groups[1].strip() : "",
                groups.length > 2 ? groups[2].strip() : "");
    }

    /// The name as a reader of the list expects it: the ideographic group when there is one.
    public String display() {
        return ideographic.isEmpty() ? spoken(alphabetic, " ") : spoken(ideographic, "");
    }

    private static String spoken(String group, String joiner) {
        return Stream.of(group.split("\\^")).filter(part -> !part.isBlank()).collect(Collectors.joining(joiner));
    }
}
