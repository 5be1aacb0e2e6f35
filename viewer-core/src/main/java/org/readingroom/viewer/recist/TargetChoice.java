package org.readingroom.viewer.recist;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Whether the targets are such as the rules allow.
///
/// **Source:** RECIST 1.1 (Eisenhauer 2009): sections 3.1 (10 mm; nodes 15 mm short axis) and 4.2 (at most
/// five in all and two of an organ). All nodes count as one organ: Schwartz LH et al. RECIST 1.1 - update and
/// clarification. Eur J Cancer 2016;62:132-137.
// [impl->req~recist.rules~1]
final class TargetChoice {
    private static final int MOST = 5;
    private static final int MOST_OF_ORGAN = 2;
    private static final double LEAST_MM = 10;
    private static final double LEAST_NODE_MM = 15;

    private TargetChoice() {}

    static List<RecistNote> notes(FollowUp followUp) {
        List<Lesion> targets = followUp.lesions().stream()
                .filter(lesion -> lesion.role() == LesionRole.TARGET)
                .toList();
        List<RecistNote> notes = new ArrayList<>();
        if (targets.size() > MOST) {
            notes.add(RecistNote.of("too-many", Integer.toString(targets.size())));
        }
        organs(targets).forEach((organ, count) -> {
            if (count > MOST_OF_ORGAN) {
                notes.add(
                        organ.isEmpty()
                                ? RecistNote.of("too-many-nodes", Integer.toString(count))
                                : RecistNote.of("too-many-of-organ", organ, Integer.toString(count)));
            }
        });
        List<FollowUp.Timepoint> timepoints = followUp.timepoints();
        if (timepoints.isEmpty()) {
            return notes;
        }
        for (Lesion target : targets) {
            if (!target.isNode() && target.organ().isBlank()) {
                notes.add(RecistNote.of("no-organ", target.name()));
            }
            atBaseline(target, timepoints.getFirst()).ifPresent(notes::add);
        }
        return notes;
    }

    /// How many targets each organ has; nodes under the empty name.
    private static Map<String, Integer> organs(List<Lesion> targets) {
        Map<String, Integer> organs = new LinkedHashMap<>();
        for (Lesion target : targets) {
            String organ = target.organ().strip().toLowerCase(Locale.ROOT);
            if (target.isNode() || !organ.isEmpty()) {
                organs.merge(target.isNode() ? "" : organ, 1, Integer::sum);
            }
        }
        return organs;
    }

    private static Optional<RecistNote> atBaseline(Lesion target, FollowUp.Timepoint baseline) {
        LesionReading reading = target.in(baseline.study()).orElse(null);
        if (reading == null || reading.state() != LesionState.MEASURED) {
            return Optional.of(RecistNote.of("not-at-baseline", target.name()));
        }
        Optional<Double> mm = RecistRules.countedMm(target, baseline);
        if (mm.isEmpty()) {
            return Optional.of(RecistNote.of("no-millimetres", target.name()));
        }
        double least = target.isNode() ? LEAST_NODE_MM : LEAST_MM;
        return mm.get() < least
                ? Optional.of(RecistNote.of(
                        target.isNode() ? "too-small-node" : "too-small",
                        target.name(),
                        String.format(Locale.ROOT, "%.1f", mm.get())))
                : Optional.empty();
    }
}
