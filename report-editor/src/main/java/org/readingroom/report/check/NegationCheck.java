package org.readingroom.report.check;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.readingroom.report.check.CheckWords.Organ;
import org.readingroom.report.check.ReportReading.Said;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.Side;

/// One sentence says that something is there, another that it is not, at the same place: `右肺见结节` and `双肺未见结节`.
///
/// A denial for what is left over, as `余肺未见结节`, contradicts nothing.
// [impl->req~report.check.negation~1]
final class NegationCheck implements ReportCheck {
    private final CheckWords words;

    NegationCheck(CheckWords words) {
        this.words = words;
    }

    @Override
    public void check(ReportReading reading, Consumer<Concern> found) {
        List<Said> all = Stream.of(SectionKind.FINDINGS, SectionKind.IMPRESSION)
                .flatMap(kind -> reading.clauses(kind).stream())
                .toList();
        for (Said denying : all) {
            Clause clause = denying.clause();
            if (clause.denied().isEmpty() || clause.isElsewhere()) {
                continue;
            }
            Optional<Said> other = all.stream()
                    .filter(said -> !said.equals(denying)
                            && !(said.read().isOfTemplate() && denying.read().isOfTemplate())
                            && contradicts(clause, said.clause()))
                    .findFirst();
            other.ifPresent(said -> found.accept(denying.read()
                    .concern(
                            "negation.conflict",
                            clause.text().strip(),
                            said.clause().text().strip())));
        }
    }

    private boolean contradicts(Clause denying, Clause affirming) {
        boolean sameThing = denying.denied().stream()
                .anyMatch(denied -> affirming.affirmed().stream().anyMatch(denied::isSame));
        if (!sameThing) {
            return false;
        }
        for (int i = 0; i < denying.organs().size(); i++) {
            for (int k = 0; k < affirming.organs().size(); k++) {
                Organ denied = denying.organs().get(i);
                Side side = denying.sides().get(i);
                Side there = affirming.sides().get(k);
                if (words.isWithin(affirming.organs().get(k), denied) && !isOther(side, there)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isOther(Side denied, Side there) {
        return ReportReading.isOpposite(denied, there)
                || (denied == Side.LEFT || denied == Side.RIGHT) && there == Side.NONE;
    }
}
