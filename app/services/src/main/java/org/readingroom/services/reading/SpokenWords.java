package org.readingroom.services.reading;

/// Chinese words as they are typed in Latin letters; unlike [Pinyin] for names, no character is read as a surname.
///
/// **Thread:** any.
public final class SpokenWords {
    private final Pinyin pinyin = new Pinyin();

    /// Syllables without tones: `shi he chuang kou`.
    public String syllables(String text) {
        return pinyin.words(text);
    }

    /// The first letter of each: `shck`.
    public String initials(String text) {
        return Pinyin.initials(syllables(text));
    }
}
