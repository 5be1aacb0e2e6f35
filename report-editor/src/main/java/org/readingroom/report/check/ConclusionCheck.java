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
/// Both are compared by what may be the same in other words, at the same or a larger place. A picture is
/// described in one section and named in the other, so a sentence without a known name, or with a vague one such as
/// `占位`, may tell of anything at its place.
// [impl->req~report.check.conclusion~1]
final class ConclusionCheck implements ReportCheck {
    private final CheckWords words;
    private final Pattern allAbove;
    private final Pattern trifle;
    private final Pattern advised;

    /// `isNameless` tells that its sentence names nothing, or only vaguely.
    private record Telling(Said said, boolean isNameless) {}

    ConclusionCheck(CheckWords words) {
        this.words = words;
        this.allAbove = words.pattern("allAbove");
        this.trifle = words.pattern("trifle");
        this.advised = words.pattern("advised");
    }

    @Override
    public void check(ReportReading reading, Consumer<Concern> found) {
        if (reading.context().report().section(SectionKind.FINDINGS).isBlank()
                || reading.context().report().section(SectionKind.IMPRESSION).isBlank()
                || allAbove.matcher(reading.context().report().text(SectionKind.IMPRESSION))
                        .find()) {
            return;
        }
        List<Telling> seen = telling(reading, SectionKind.FINDINGS);
        List<Telling> concluded = telling(reading, SectionKind.IMPRESSION);
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
                    .filter(concept -> !trifle.matcher(one.clause().text()).find())
                    .filter(concept -> concluded.stream().noneMatch(other -> tells(other, one, concept)))
                    .findFirst()
                    .ifPresent(concept -> found.accept(one.read()
                            .concern("findings.unconcluded", one.clause().text().strip())));
        }
    }

    /// What says that something is there, or at least does not say that all is well.
    private static List<Telling> telling(ReportReading reading, SectionKind kind) {
        return reading.clauses(kind).stream()
                .filter(said -> said.clause().isPositive()
                        || !said.clause().isNormal() && !said.clause().isDenying())
                .map(said -> new Telling(said, isNameless(said.read())))
                .toList();
    }

    /// What a form put there, it put into the other section too; what was advised or compared is not said of today.
    private List<Said> ownWords(List<Telling> all) {
        return all.stream()
                .map(Telling::said)
                .filter(said -> said.clause().isPositive()
                        && !said.read().isOfTemplate()
                        && !advised.matcher(said.clause().text()).find())
                .toList();
    }

    private boolean tells(Telling telling, Said one, Concept concept) {
        Said other = telling.said();
        List<Concept> there = other.clause().affirmed();
        if (there.isEmpty() && !telling.isNameless() && !concept.isVague()) {
            return false;
        }
        if (there.stream().anyMatch(concept::isRelated)) {
            return isNear(one, other);
        }
        boolean mayBeAny = concept.isVague()
                || there.stream().anyMatch(Concept::isVague)
                || there.isEmpty() && telling.isNameless();
        boolean hasNoPlace = concept.isVague() && one.clause().organs().isEmpty();
        return mayBeAny
                && (hasNoPlace
                        || isSamePlace(one, other)
                        || words.shareWords(one.clause().text(), other.clause().text()));
    }

    /// What follows a name in its sentence, such as a size, belongs to that name.
    private static boolean isNameless(ReportReading.Read read) {
        return read.clauses().stream()
                .flatMap(clause -> clause.affirmed().stream())
                .allMatch(Concept::isVague);
    }

    private boolean isNear(Said one, Said other) {
        return one.clause().organs().isEmpty()
                || other.clause().organs().isEmpty()
                || isSamePlace(one, other)
                || words.isSameRegion(one.clause().organs(), other.clause().organs());
    }

    private boolean isSamePlace(Said one, Said other) {
        List<Organ> there = other.clause().organs();
        return one.clause().organs().stream()
                .anyMatch(organ -> there.stream().anyMatch(near -> words.isNear(organ, near)));
    }
}
