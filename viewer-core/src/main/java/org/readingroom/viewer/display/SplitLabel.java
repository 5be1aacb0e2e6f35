package org.readingroom.viewer.display;

import java.util.List;

/// Why a display set stands apart from the rest of its series, in words for the reader.
///
/// `messageKey` names a line `viewer.split.…` of the messages in `assets`; the arguments are texts of the file and
/// numbers
/// written out, so that they read the same in every language.
public record SplitLabel(String messageKey, List<Object> arguments) {
    public SplitLabel {
        arguments = List.copyOf(arguments);
    }

    static SplitLabel of(String name, Object... arguments) {
        return new SplitLabel("viewer.split." + name, List.of(arguments));
    }
}
