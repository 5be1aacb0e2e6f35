package org.readingroom.report.check;

import java.util.function.Consumer;
import org.readingroom.report.model.ReportSentence;

/// Slips of the keyboard in medical words, each with the word that was meant.
final class SpellingCheck implements ReportCheck {
    /// `wrong` stands at `start`.
    record Slip(int start, String wrong, String right) {}

    private final SentenceCache cache;

    SpellingCheck(SentenceCache cache) {
        this.cache = cache;
    }

    @Override
    public void check(ReportReading reading, Consumer<Concern> found) {
        for (ReportReading.Read read : reading.sentences()) {
            if (read.isOfTemplate()) {
                continue;
            }
            ReportSentence sentence = read.sentence();
            String text = sentence.text();
            for (Slip slip : cache.read(text).slips()) {
                String mended = text.substring(0, slip.start())
                        + slip.right()
                        + text.substring(slip.start() + slip.wrong().length());
                Concern concern = read.concern("typo", slip.wrong(), slip.right());
                // a machine's words are nobody's yet: mending a letter of them would take them over unasked
                found.accept(sentence.isUnaccepted() ? concern : concern.fixedBy(sentence.rewritten(mended)));
            }
        }
    }
}
