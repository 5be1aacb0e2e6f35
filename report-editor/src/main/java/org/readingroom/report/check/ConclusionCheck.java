package org.readingroom.report.check;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.readingroom.report.check.CheckWords.Concept;
import org.readingroom.report.check.CheckWords.Organ;
import org.readingroom.report.check.ReportReading.Said;
import org.readingroom.report.model.SectionKind;

/// The impression names what the findings do not describe, or the findings describe what the impression passes over.
///
/// Both are compared by what may be the same in other words, at the same or a larger place.
// [impl->req~report.check.conclusion~1]
final class ConclusionCheck implements ReportCheck {
    private final CheckWords words;
    private final Pattern allAbove;

    ConclusionCheck(CheckWords words) {
        this.words = words;
        this.allAbove = words.pattern("allAbove");
    }

    @Override
    public void check(ReportReading reading, Consumer<Concern> found) {
        List<Said> seen = positive(reading, SectionKind.FINDINGS);
        List<Said> concluded = positive(reading, SectionKind.IMPRESSION);
        if (reading.context().report().section(SectionKind.FINDINGS).isBlank()
                || reading.context().report().section(SectionKind.IMPRESSION).isBlank()
                || allAbove.matcher(reading.context().report().text(SectionKind.IMPRESSION))
                        .find()) {
            return;
        }
        for (Said one : ownWords(concluded)) {
            one.clause().affirmed().stream()
                    .filter(concept -> seen.stream().noneMatch(other -> tells(other, one, concept)))
                    .findFirst()
                    .ifPresent(concept -> found.accept(one.read()
                            .concern(
                                    "conclusion.undescribed",
                                    one.clause().text().strip())));
        }
        for (Said one : ownWords(seen)) {
            one.clause().affirmed().stream()
                    .filter(Concept::mustBeConcluded)
                    .filter(concept -> concluded.stream().noneMatch(other -> tells(other, one, concept)))
                    .findFirst()
                    .ifPresent(concept -> found.accept(one.read()
                            .concern("findings.unconcluded", one.clause().text().strip())));
        }
    }

    private static List<Said> positive(ReportReading reading, SectionKind kind) {
        return reading.clauses(kind).stream()
                .filter(said -> said.clause().isPositive())
                .toList();
    }

    /// What a form put there, it put into the other section too.
    private static List<Said> ownWords(List<Said> all) {
        return all.stream().filter(said -> !said.read().isOfTemplate()).toList();
    }

    private boolean tells(Said other, Said one, Concept concept) {
        return isNear(one, other) && other.clause().affirmed().stream().anyMatch(concept::isRelated);
    }

    private boolean isNear(Said one, Said other) {
        List<Organ> here = one.clause().organs();
        List<Organ> there = other.clause().organs();
        return here.isEmpty()
                || there.isEmpty()
                || here.stream().anyMatch(organ -> there.stream().anyMatch(near -> words.isNear(organ, near)));
    }
}
