package org.readingroom.desktop.boot;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.readingroom.report.check.ImageFacts;
import org.readingroom.report.check.ImageFacts.Contrast;
import org.readingroom.report.check.ImageFacts.MarkPlace;
import org.readingroom.report.model.Side;
import org.readingroom.viewer.annotation.Annotation;
import org.readingroom.viewer.annotation.AnnotationId;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.model.FrameRef;
import org.readingroom.viewer.model.Series;
import org.readingroom.viewer.model.SeriesUid;

/// What the images of the study on the desk tell the checks, beside what the list of its series tells.
///
/// That something is not there (contrast, a higher image number) is said only of a study that is here as a whole. Where
/// in the patient a mark lies is what its image says of its side; nothing is guessed from where it lies in the picture,
/// since the middle of a picture is not that of a patient.
///
/// **Source:** Contrast/Bolus Agent (0018,0010), which PS3.3 C.7.6.4 asks for where an agent was used; Image
/// Laterality (0020,0062), Laterality (0020,0060), Frame Laterality (0020,9072).
// [impl->req~report.check.image-facts~1]
final class DeskFacts {
    /// Series that hold no image of the examination.
    private static final Set<String> BESIDE = Set.of(
            "SR", "PR", "KO", "SEG", "REG", "RTSTRUCT", "RTPLAN", "RTDOSE", "DOC", "OT", "AU", "PLAN", "FID", "RWV");

    private static final Pattern NO_AGENT =
            Pattern.compile("(?i)\\s*(?:no|none|n/?a|nil|no contrast|without(?: contrast)?|无|未用|平扫)?\\s*");

    /// What is drunk or blown in makes no enhanced study, and no plain one either.
    private static final Pattern NOT_INJECTED =
            Pattern.compile("(?i).*(?:oral|rectal|water|air|barium|co2|\\bpo\\b|口服|灌肠|水|空气|钡).*");

    private final ImageFacts listed;
    private final List<Series> series;
    private final List<DisplaySet> given;
    private final List<DisplaySet> sets;
    private final boolean isWhole;
    private final Contrast contrast;
    private final Map<Integer, Integer> numbers;

    /// `sets` are all those of the study on the desk; what was computed here does not count.
    DeskFacts(List<Series> series, List<DisplaySet> sets, boolean isWhole) {
        this.listed = StudyFacts.of(series);
        this.series = List.copyOf(series);
        this.given = List.copyOf(sets);
        this.sets = sets.stream()
                .filter(set -> !set.rule().equals(DisplaySet.DERIVED))
                .toList();
        this.isWhole = isWhole;
        this.contrast = contrast();
        this.numbers = numbers();
    }

    /// Whether these are the facts of the same images.
    boolean isOf(List<Series> otherSeries, List<DisplaySet> otherSets, boolean isOtherWhole) {
        boolean isSame = given.size() == otherSets.size() && isWhole == isOtherWhole && series.equals(otherSeries);
        for (int i = 0; isSame && i < given.size(); i++) {
            DisplaySet one = given.get(i);
            DisplaySet other = otherSets.get(i);
            isSame = one.id().equals(other.id())
                    && one.frames().size() == other.frames().size();
        }
        return isSame;
    }

    /// With the places of `marks`.
    ImageFacts of(List<Annotation> marks) {
        Map<AnnotationId, MarkPlace> places = new HashMap<>();
        for (Annotation mark : marks) {
            mark.placement()
                    .referencedFrame()
                    .flatMap(this::place)
                    .filter(place -> place.side() != Side.NONE || place.imageNumber() > 0)
                    .ifPresent(place -> places.put(mark.id(), place));
        }
        return new ImageFacts(listed.laterality(), contrast, numbers, places);
    }

    private Contrast contrast() {
        List<String> agents =
                sets.stream().map(set -> set.facts().contrastAgent()).toList();
        if (listed.contrast() == Contrast.GIVEN
                || agents.stream()
                        .anyMatch(agent -> !NO_AGENT.matcher(agent).matches()
                                && !NOT_INJECTED.matcher(agent).matches())) {
            return Contrast.GIVEN;
        }
        boolean isNone =
                agents.stream().allMatch(agent -> NO_AGENT.matcher(agent).matches());
        return isNone && isWhole && isCtAlone() ? Contrast.NONE : Contrast.UNKNOWN;
    }

    /// Elsewhere than in CT the agent is left out too often to take its absence for an answer.
    private boolean isCtAlone() {
        Set<SeriesUid> shown = new HashSet<>();
        sets.forEach(set -> shown.add(set.series()));
        List<Series> images =
                series.stream().filter(one -> !BESIDE.contains(one.modality())).toList();
        return !images.isEmpty()
                && images.stream().allMatch(one -> one.modality().equals("CT") && shown.contains(one.uid()));
    }

    /// The highest number that an image of a series can be called by: its Instance Number, or its place among them.
    private Map<Integer, Integer> numbers() {
        Map<Integer, Integer> numbers = new HashMap<>(listed.imagesOfSeries());
        if (!isWhole) {
            return numbers;
        }
        Map<Integer, Integer> highest = new HashMap<>();
        for (Series one : series) {
            highest.merge(one.number(), highest(one), Math::max);
        }
        numbers.putAll(highest);
        return Map.copyOf(numbers);
    }

    private int highest(Series one) {
        List<ImageFrame> frames = sets.stream()
                .filter(set -> set.series().equals(one.uid()))
                .flatMap(set -> set.frames().stream())
                .toList();
        boolean isNumbered = !frames.isEmpty()
                && frames.stream()
                        .allMatch(frame -> frame.facts().instanceNumber() > 0
                                && frame.facts().frameNumber() <= 1)
                && frames.stream()
                                .map(frame -> frame.ref().instance())
                                .distinct()
                                .count()
                        == frames.size();
        return isNumbered
                ? frames.stream()
                        .mapToInt(frame -> frame.facts().instanceNumber())
                        .reduce(frames.size(), Math::max)
                : Integer.MAX_VALUE;
    }

    private Optional<MarkPlace> place(FrameRef ref) {
        for (DisplaySet set : sets) {
            for (int i = 0; i < set.frames().size(); i++) {
                ImageFrame frame = set.frames().get(i);
                if (frame.ref().equals(ref)) {
                    return Optional.of(new MarkPlace(side(frame.facts().laterality()), number(set, i)));
                }
            }
        }
        return Optional.empty();
    }

    private static Side side(String laterality) {
        return switch (laterality.strip()) {
            case "L" -> Side.LEFT;
            case "R" -> Side.RIGHT;
            default -> Side.NONE;
        };
    }

    /// The number of an image that people call by one number only: its place in its series and its Instance Number
    /// are the same. Else zero.
    private int number(DisplaySet set, int index) {
        int number = set.frames().get(index).facts().instanceNumber();
        boolean isAlone =
                sets.stream().filter(one -> one.series().equals(set.series())).count() == 1;
        return isAlone && number == index + 1 && set.frames().get(index).facts().frameNumber() <= 1 ? number : 0;
    }
}
