package org.readingroom.report.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.readingroom.report.check.CheckWords.Concept;
import org.readingroom.report.check.CheckWords.Organ;
import org.readingroom.report.check.ReportReading.Said;
import org.readingroom.report.check.ReportReading.Sided;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.Side;

/// The impression puts something on the side where the findings do not have it, or a sentence changes the side of what
/// it speaks of.
///
/// Compared is what is said to be there, with what is the same in other words: `右肺上叶结节` in the impression against
/// `左肺上叶见结节`. An organ the findings name on no side is not compared.
// [impl->req~report.check.sides~1]
final class SideCheck implements ReportCheck {
    private final CheckWords words;
    private final Pattern refersBack;
    private final Pattern introduces;
    private final Pattern takenUp;
    private final Pattern ofItsOwn;

    SideCheck(CheckWords words) {
        this.words = words;
        this.refersBack = words.pattern("refersBack");
        this.introduces = words.pattern("introduces");
        this.takenUp = words.pattern("takenUp");
        this.ofItsOwn = words.pattern("ofItsOwn");
    }

    @Override
    public void check(ReportReading reading, Consumer<Concern> found) {
        List<Sided> seen = positive(reading, SectionKind.FINDINGS);
        for (Sided concluded : positive(reading, SectionKind.IMPRESSION)) {
            if (concluded.side() != Side.LEFT && concluded.side() != Side.RIGHT) {
                continue;
            }
            if (!isFirst(concluded)) {
                continue;
            }
            List<Sided> near = seen.stream()
                    .filter(one -> one.side() != Side.NONE && words.isNear(one.organ(), concluded.organ()))
                    .toList();
            List<Sided> same =
                    near.stream().filter(one -> isRelated(one, concluded)).toList();
            List<Sided> compared = same.isEmpty() ? near : same;
            if (!compared.isEmpty()
                    && compared.stream().allMatch(one -> ReportReading.isOpposite(one.side(), concluded.side()))) {
                found.accept(concluded.said().read().concern("side.conflict", name(concluded)));
            }
        }
        reading.sentences().forEach(read -> withinSentence(read, found));
    }

    private void withinSentence(ReportReading.Read read, Consumer<Concern> found) {
        List<Sided> before = new ArrayList<>();
        for (Clause clause : read.clauses()) {
            List<Sided> here = ReportReading.sided(new Said(read, clause));
            if (refersBack.matcher(clause.text()).find() || takesUp(read, clause, before)) {
                for (Sided one : here) {
                    if (before.stream()
                            .anyMatch(earlier -> words.isNear(earlier.organ(), one.organ())
                                    && ReportReading.isOpposite(earlier.side(), one.side()))) {
                        found.accept(read.concern("side.sentence", name(one)));
                        return;
                    }
                }
            }
            before.addAll(here);
        }
    }

    /// What a clause names after its first organ only says where that reaches: `胸腔积液伴邻近肺组织膨胀不全`.
    private static boolean isFirst(Sided concluded) {
        return concluded.said().clause().organs().stream()
                .filter(Organ::isSided)
                .findFirst()
                .filter(concluded.organ()::equals)
                .isPresent();
    }

    /// True when the clause goes on about the same thing that the sentence introduced, and introduces
    /// nothing of its own: `左肾见结石，右肾结石伴声影`.
    private boolean takesUp(ReportReading.Read read, Clause clause, List<Sided> before) {
        return read.section() == SectionKind.FINDINGS
                && clause.isPositive()
                && takenUp.matcher(clause.text()).find()
                && !ofItsOwn.matcher(clause.text()).find()
                && before.stream()
                        .map(one -> one.said().clause())
                        .anyMatch(earlier -> introduces.matcher(earlier.text()).find()
                                && earlier.affirmed().stream().anyMatch(clause.affirmed()::contains));
    }

    private static List<Sided> positive(ReportReading reading, SectionKind kind) {
        return reading.clauses(kind).stream()
                .filter(said -> said.clause().isPositive() || !said.clause().isNormal())
                .flatMap(said -> ReportReading.sided(said).stream())
                .toList();
    }

    private static boolean isRelated(Sided one, Sided other) {
        List<Concept> wanted = other.said().clause().affirmed();
        return one.said().clause().affirmed().stream()
                .anyMatch(concept -> wanted.stream().anyMatch(concept::isRelated));
    }

    /// The clause itself, which names the organ in the writer's own words.
    static String name(Sided sided) {
        return sided.said().clause().text().strip();
    }
}
