package org.readingroom.report.suggest;

import java.util.List;
import org.readingroom.report.edit.SentenceSplitter;
import org.readingroom.report.model.FieldValue;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SentenceOrigin;
import org.readingroom.report.model.SuggestionTrace;

/// One sentence that a source would write here.
///
/// `basis` names what it comes from: ids of reports, or of a template or phrase. `score` orders the suggestions of one
/// source and means nothing between sources. `uses` is how many reports say it.
public record Suggestion(
        SectionKind section, String words, List<FieldValue> fields, List<String> basis, double score, int uses) {
    public Suggestion {
        fields = List.copyOf(fields);
        basis = List.copyOf(basis);
        words = words.strip();
        if (SentenceSplitter.split(words).size() != 1) {
            throw new IllegalArgumentException("a suggestion is one sentence");
        }
    }

    /// What a person's yes makes of it: sentences of the person's with `words`, which know where they come from. Words
    /// that make several sentences give each of them the trace.
    // [impl->req~report.suggest.trace~1]
    public List<ReportSentence> taken(SourceCard card, String wanted) {
        SuggestionTrace pending =
                new SuggestionTrace(card.id(), card.version(), words, SuggestionTrace.Act.PENDING, 0, basis);
        boolean isAsSuggested = wanted.strip().equals(words);
        List<FieldValue> values = isAsSuggested
                ? fields
                : fields.stream().map(FieldValue::leftBehind).toList();
        return SentenceSplitter.split(wanted.strip()).stream()
                .map(piece -> ReportSentence.of(piece, SentenceOrigin.HUMAN)
                        .withFields(values)
                        .withSuggestion(pending.rewritten(piece)))
                .toList();
    }
}
