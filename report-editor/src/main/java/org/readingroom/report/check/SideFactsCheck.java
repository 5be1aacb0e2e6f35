package org.readingroom.report.check;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.readingroom.report.check.CheckWords.Organ;
import org.readingroom.report.check.ReportReading.Read;
import org.readingroom.report.check.ReportReading.Said;
import org.readingroom.report.check.ReportReading.Sided;
import org.readingroom.report.model.BoundMeasurement;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SentenceId;
import org.readingroom.report.model.SentenceOrigin;
import org.readingroom.report.model.Side;

/// The report speaks of the other side than the order, the images or the mark of a sentence.
// [impl->req~report.check.sides~1]
final class SideFactsCheck implements ReportCheck {
    private final CheckWords words;
    private final ClauseReader reader;

    SideFactsCheck(CheckWords words) {
        this.words = words;
        this.reader = new ClauseReader(words);
    }

    @Override
    public void check(ReportReading reading, Consumer<Concern> found) {
        List<Sided> said = reading.sided();
        CheckFacts facts = reading.context().facts();
        for (String order :
                List.of(facts.request(), reading.context().report().study().description())) {
            if (!order.isBlank() && wanted(order, said, found)) {
                break;
            }
        }
        Side shown = facts.images().laterality();
        if (shown == Side.LEFT || shown == Side.RIGHT) {
            onlyOther(said, Organ::isLimb, shown, "side.images", found);
        }
        reading.sentences().forEach(read -> marks(read, facts, found));
    }

    /// True when something was found.
    private boolean wanted(String order, List<Sided> said, Consumer<Concern> found) {
        ReportSentence sentence = new ReportSentence(
                new SentenceId("order"), order, SentenceOrigin.HUMAN, List.of(), List.of(), List.of());
        List<Clause> clauses = reader.read(order);
        Read read = new Read(SectionKind.TECHNIQUE, sentence, clauses);
        List<Sided> asked = clauses.stream()
                .flatMap(clause -> ReportReading.sided(new Said(read, clause)).stream())
                .toList();
        for (Sided one : asked) {
            boolean bothAsked = asked.stream()
                    .anyMatch(other -> other.organ().equals(one.organ())
                            && other.side() != Side.NONE
                            && other.side() != one.side());
            if (!bothAsked && (one.side() == Side.LEFT || one.side() == Side.RIGHT)) {
                Optional<Sided> wrong =
                        onlyOther(said, organ -> words.isNear(organ, one.organ()), one.side(), "side.request", found);
                if (wrong.isPresent()) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Reports the first naming of such an organ when none is on `side` and one on the other.
    private static Optional<Sided> onlyOther(
            List<Sided> said, Predicate<Organ> organs, Side side, String checkId, Consumer<Concern> found) {
        List<Sided> named = said.stream()
                .filter(one -> organs.test(one.organ()) && one.side() != Side.NONE)
                .toList();
        Optional<Sided> wrong = named.stream().allMatch(one -> ReportReading.isOpposite(one.side(), side))
                ? named.stream().findFirst()
                : Optional.empty();
        wrong.ifPresent(one -> found.accept(one.said().read().concern(checkId, SideCheck.name(one))));
        return wrong;
    }

    private static void marks(Read read, CheckFacts facts, Consumer<Concern> found) {
        for (BoundMeasurement bound : read.sentence().measurements()) {
            ImageFacts.MarkPlace place = facts.images().marks().get(bound.annotation());
            List<Side> sides = read.clauses().stream()
                    .flatMap(clause -> ReportReading.sided(new Said(read, clause)).stream())
                    .map(Sided::side)
                    .filter(side -> side != Side.NONE)
                    .toList();
            if (place != null
                    && !sides.isEmpty()
                    && sides.stream().allMatch(side -> ReportReading.isOpposite(side, place.side()))) {
                found.accept(read.concern("side.mark", bound.shown()));
            }
        }
    }
}
