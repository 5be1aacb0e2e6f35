package org.readingroom.report.phrase;

/// Chinese words as they are typed in Latin letters; given from outside.
///
/// **Thread:** any.
public interface Spelling {
    /// Syllables without tones, a space between: `fei jie jie`. Latin letters stay, in lower case.
    String syllables(String text);

    /// Knows no Chinese: letters stay as they are.
    static Spelling none() {
        return text -> text.toLowerCase(java.util.Locale.ROOT);
    }
}
