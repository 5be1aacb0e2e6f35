package org.readingroom.services.reading;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.reading.PriorStudy.When;
import org.readingroom.viewer.model.Study;

/// Finds the other studies of a patient, the most useful beside the one being read first.
// [impl->req~priors.found~1]
public final class PriorFinder {
    /// A prior and how much it is like the study that is read; more is better in each.
    private record Ranked(PriorStudy prior, int region, int modality, double procedure) {}

    /// What is surely the patient's before what may be; earlier before later and undated; then the same part of the
    /// body, modality, procedure; among equals the closest in time.
    private static final Comparator<Ranked> BEST_FIRST = Comparator.<Ranked>comparingInt(
                    ranked -> ranked.prior().isSure() ? 0 : 1)
            .thenComparingInt(ranked -> order(ranked.prior().when()))
            .thenComparing(Comparator.comparingInt(Ranked::region).reversed())
            .thenComparing(Comparator.comparingInt(Ranked::modality).reversed())
            .thenComparing(Comparator.comparingDouble(Ranked::procedure).reversed());

    private PriorFinder() {}

    /// The studies among `all` that are of the patient of `current`, or may be; never `current` itself.
    public static List<PriorStudy> of(Study current, Collection<Study> all) {
        return all.stream()
                .filter(study -> !study.uid().equals(current.uid()))
                .map(study -> new PriorStudy(
                        study,
                        PatientIdentity.of(current.patient(), study.patient()),
                        when(current.dateTime(), study.dateTime())))
                .filter(prior -> prior.identity() != PatientIdentity.OTHER)
                .map(prior -> ranked(current, prior))
                .sorted(BEST_FIRST
                        .thenComparingLong(
                                ranked -> days(current, ranked.prior().study()))
                        .thenComparing(ranked -> ranked.prior().study().uid().value()))
                .map(Ranked::prior)
                .toList();
    }

    static When when(@Nullable LocalDateTime current, @Nullable LocalDateTime other) {
        if (current == null || other == null) {
            return When.UNDATED;
        }
        int byDay = other.toLocalDate().compareTo(current.toLocalDate());
        // a study without a time is kept as if made at midnight
        boolean isTimed = !other.toLocalTime().equals(LocalTime.MIDNIGHT)
                && !current.toLocalTime().equals(LocalTime.MIDNIGHT);
        int order = byDay == 0 && isTimed ? other.compareTo(current) : byDay;
        return order < 0 ? When.EARLIER : order == 0 ? When.SAME_DAY : When.LATER;
    }

    private static int order(When when) {
        return switch (when) {
            case EARLIER -> 0;
            case SAME_DAY -> 1;
            case UNDATED -> 2;
            case LATER -> 3;
        };
    }

    private static Ranked ranked(Study current, PriorStudy prior) {
        return new Ranked(
                prior,
                common(BodyRegion.of(current), BodyRegion.of(prior.study())),
                common(pictures(current), pictures(prior.study())),
                likeness(current.description(), prior.study().description()));
    }

    /// 2 where both have something in common, 1 where one of them says nothing, 0 where they differ.
    private static <T> int common(Set<T> one, Set<T> two) {
        return one.isEmpty() || two.isEmpty() ? 1 : Collections.disjoint(one, two) ? 0 : 2;
    }

    /// Without those that hold no pictures of their own.
    private static Set<String> pictures(Study study) {
        Set<String> modalities = new HashSet<>(study.modalities());
        modalities.removeAll(Set.of("SR", "PR", "KO", "SEG", "DOC", "OT"));
        // two ways to say that a radiograph was taken
        if (modalities.remove("DX")) {
            modalities.add("CR");
        }
        return modalities;
    }

    /// The share of words that two descriptions have in common.
    private static double likeness(String one, String two) {
        Set<String> left = words(one);
        Set<String> right = words(two);
        Set<String> both = new HashSet<>(left);
        both.retainAll(right);
        Set<String> any = new HashSet<>(left);
        any.addAll(right);
        return any.isEmpty() ? 0 : (double) both.size() / any.size();
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.toUpperCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isBlank())
                .collect(Collectors.toSet());
    }

    /// How far apart in time; undated ones last.
    private static long days(Study current, Study other) {
        LocalDateTime now = current.dateTime();
        LocalDateTime then = other.dateTime();
        return now == null || then == null
                ? Long.MAX_VALUE
                : Math.abs(java.time.Duration.between(then, now).toSeconds());
    }
}
