package org.readingroom.report.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.readingroom.report.check.CheckWords.Organ;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SentenceOrigin;
import org.readingroom.report.model.Side;
import org.readingroom.report.prior.PriorQuote;

/// A report with its sentences read clause by clause, for all checks alike.
record ReportReading(CheckContext context, CheckWords words, List<Read> sentences) {
    /// One sentence and what it says.
    record Read(SectionKind section, ReportSentence sentence, List<Clause> clauses) {
        /// As a template writes it: its words were tried together, and a person wrote none of them.
        boolean isOfTemplate() {
            return sentence.origin() == SentenceOrigin.TEMPLATE;
        }

        Concern concern(String checkId, Object... arguments) {
            return Concern.at(checkId, section, sentence.id(), arguments);
        }
    }

    /// A clause in its sentence.
    record Said(Read read, Clause clause) {
        Optional<Organ> organ() {
            return clause.organ();
        }
    }

    /// An organ on one side, as a clause names it.
    record Sided(Said said, Organ organ, Side side) {}

    /// Words of an earlier report say nothing of today: they are read for what stands there, not for what they say.
    // [impl->req~report.prior.not-today~1]
    static ReportReading of(CheckContext context, CheckWords words, SentenceCache cache) {
        List<Read> sentences = new ArrayList<>();
        context.report()
                .sections()
                .forEach(section -> section.sentences()
                        .forEach(sentence -> sentences.add(new Read(
                                section.kind(),
                                sentence,
                                PriorQuote.isQuotation(sentence.text())
                                        ? List.of()
                                        : cache.clauses(sentence.text())))));
        return new ReportReading(context, words, sentences);
    }

    Stream<Read> of(SectionKind kind) {
        return sentences.stream().filter(read -> read.section() == kind);
    }

    List<Said> clauses(SectionKind kind) {
        return of(kind).flatMap(read -> read.clauses().stream().map(clause -> new Said(read, clause)))
                .toList();
    }

    /// Every naming of an organ on the left or the right, in what was found and concluded.
    List<Sided> sided() {
        List<Sided> sided = new ArrayList<>();
        for (SectionKind kind : SectionKind.values()) {
            clauses(kind).forEach(said -> sided.addAll(sided(said)));
        }
        return sided;
    }

    static List<Sided> sided(Said said) {
        List<Sided> sided = new ArrayList<>();
        Clause clause = said.clause();
        for (int i = 0; i < clause.organs().size(); i++) {
            if (clause.organs().get(i).isSided()) {
                sided.add(new Sided(said, clause.organs().get(i), clause.sides().get(i)));
            }
        }
        return sided;
    }

    static boolean isOpposite(Side one, Side other) {
        return one == Side.LEFT && other == Side.RIGHT || one == Side.RIGHT && other == Side.LEFT;
    }
}
