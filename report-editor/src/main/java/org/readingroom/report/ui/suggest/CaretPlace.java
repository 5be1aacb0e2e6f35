package org.readingroom.report.ui.suggest;

import org.jspecify.annotations.Nullable;
import org.readingroom.report.edit.SentenceSplitter;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.Section;
import org.readingroom.report.model.SentenceOrigin;

/// Where in a section somebody asks: the index a new sentence takes, and the unfinished sentence at the caret that it
/// would stand for. `unfinished` is null when there is none.
record CaretPlace(int index, @Nullable ReportSentence unfinished) {
    static CaretPlace of(Section section, int caret, ReportLanguage language) {
        int end = 0;
        for (int i = 0; i < section.sentences().size(); i++) {
            ReportSentence sentence = section.sentences().get(i);
            end += sentence.text().length();
            if (caret <= end) {
                boolean isAtEnd = caret
                        >= end
                                - (sentence.text().length()
                                        - sentence.text().stripTrailing().length());
                return isAtEnd && isUnfinished(sentence, language)
                        ? new CaretPlace(i, sentence)
                        : new CaretPlace(i + 1, null);
            }
        }
        return new CaretPlace(section.sentences().size(), null);
    }

    String typed() {
        return unfinished == null ? "" : unfinished.words();
    }

    /// Only a person's own words that rest on nothing: all else would be lost with them.
    private static boolean isUnfinished(ReportSentence sentence, ReportLanguage language) {
        return sentence.origin() == SentenceOrigin.HUMAN
                && sentence.suggestion() == null
                && sentence.evidence().isEmpty()
                && sentence.measurements().isEmpty()
                && sentence.concepts().isEmpty()
                && sentence.fields().isEmpty()
                && !sentence.words().isEmpty()
                && !sentence.text().endsWith("\n")
                && SentenceSplitter.split(sentence.words() + (language == ReportLanguage.CHINESE ? "中" : " x"))
                                .size()
                        == 1;
    }
}
