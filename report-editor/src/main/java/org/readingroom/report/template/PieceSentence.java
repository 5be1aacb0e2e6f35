package org.readingroom.report.template;

import java.util.List;
import java.util.stream.Stream;
import org.readingroom.report.model.BoundMeasurement;
import org.readingroom.report.model.CodedConcept;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.SentenceId;
import org.readingroom.report.model.SentenceOrigin;
import org.readingroom.report.template.RenderedLine.Piece;

/// A sentence that says one piece of a line.
final class PieceSentence {
    private PieceSentence() {}

    static ReportSentence fresh(SentenceId id, Piece piece) {
        return new ReportSentence(
                id,
                piece.text(),
                SentenceOrigin.TEMPLATE,
                List.of(),
                List.of(),
                piece.concepts(),
                piece.values(),
                null);
    }

    /// `old` with the words of `piece` between the white space it has. It rests on what it rested on; a bound number
    /// that
    /// is said no more is let go.
    static ReportSentence rewritten(ReportSentence old, Piece piece) {
        String text = old.text();
        String before = text.substring(0, text.length() - text.stripLeading().length());
        String behind =
                text.isBlank() ? "" : text.substring(text.stripTrailing().length());
        List<CodedConcept> concepts = Stream.concat(old.concepts().stream(), piece.concepts().stream())
                .distinct()
                .toList();
        List<BoundMeasurement> bound = old.measurements().stream()
                .filter(one -> stands(one.shown(), piece.words()))
                .toList();
        return new ReportSentence(
                old.id(),
                before + piece.words() + behind,
                SentenceOrigin.TEMPLATE,
                old.evidence(),
                bound,
                concepts,
                piece.values(),
                old.suggestion() == null ? null : old.suggestion().rewritten(piece.words()));
    }

    /// As a number of its own: 9 mm does not stand in 39 mm.
    private static boolean stands(String shown, String words) {
        for (int at = words.indexOf(shown); at >= 0; at = words.indexOf(shown, at + 1)) {
            char before = at == 0 ? ' ' : words.charAt(at - 1);
            if (before != '.' && !Character.isDigit(before)) {
                return true;
            }
        }
        return false;
    }
}
