package org.readingroom.report.phrase;

import java.util.List;
import java.util.UUID;
import org.readingroom.report.model.ReportLanguage;

/// Words to be written again and again.
///
/// `path` are the names of the branches of the tree above it, outermost first; `shortcut` is what is typed to get it,
/// without the semicolon, and may be empty. `text` may hold blanks, see [PhraseText].
public record Phrase(
        String id, List<String> path, String title, String shortcut, ReportLanguage language, String text) {
    /// chosen: longer than any report section a person would keep as one phrase.
    public static final int LONGEST_TEXT = 10_000;

    public Phrase {
        path = List.copyOf(path);
        if (id.isBlank() || title.isBlank() || text.isBlank() || text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("a phrase needs an id, a title and 1 to " + LONGEST_TEXT + " letters");
        }
        if (!shortcut.isEmpty() && !isShortcut(shortcut)) {
            throw new IllegalArgumentException("a shortcut is 1 to 24 letters, digits or hyphens");
        }
        if (path.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("a branch of the tree needs a name");
        }
    }

    /// A new phrase with a name of its own.
    public static Phrase of(List<String> path, String title, String shortcut, ReportLanguage language, String text) {
        return new Phrase(UUID.randomUUID().toString(), path, title, shortcut, language, text);
    }

    /// Whether `text` may be typed as a shortcut.
    public static boolean isShortcut(String text) {
        return text.length() <= 24 && !text.isEmpty() && text.chars().allMatch(Phrase::isOfShortcut);
    }

    /// Letters of shortcuts are those a keyboard has without an input method.
    static boolean isOfShortcut(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-';
    }

    public String folder() {
        return String.join(" / ", path);
    }
}
