package org.readingroom.report.phrase;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.readingroom.assets.Messages;
import org.readingroom.viewer.model.WorkstationException;

/// The books that come with the program, to begin with.
// [impl->req~report.phrase.shipped~1]
public final class ShippedPhrases {
    private static final List<String> NAMES = List.of("zh.json", "en.json");

    private ShippedPhrases() {}

    /// All of them as one book.
    ///
    /// **Errors:** [IllegalStateException] when one is missing or broken: the program was put together wrongly.
    public static PhraseBook book() {
        PhraseBook book = PhraseBook.EMPTY;
        for (String name : NAMES) {
            try (InputStream file = Messages.class.getResourceAsStream("phrases/" + name)) {
                if (file == null) {
                    throw new IllegalStateException("phrase book " + name + " is missing");
                }
                book = book.with(PhraseJson.read(file.readAllBytes()));
            } catch (IOException | WorkstationException e) {
                throw new IllegalStateException("phrase book " + name + " cannot be read", e);
            }
        }
        return book;
    }
}
