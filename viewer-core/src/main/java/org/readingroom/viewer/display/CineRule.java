package org.readingroom.viewer.display;

import java.util.List;
import java.util.Optional;
import org.readingroom.viewer.dicom.Tag;

/// A beating heart at a few places: one cine per place.
///
/// The case: short-axis stacks of ten places with 25 trigger times each in one series. They are looked at beating,
/// place
/// by place; with more places than times they are volumes, one per time, and left to the phase rule.
final class CineRule implements DisplaySetRule {
    /// chosen: fewer pictures are no motion.
    private static final int FEWEST_TIMES = 8;

    @Override
    public String name() {
        return "cine";
    }

    @Override
    public List<List<FrameEntry>> separate(List<FrameEntry> entries) {
        boolean isTriggered = entries.stream()
                .allMatch(entry -> entry.frame().plane() != null
                        && entry.header().text(Tag.MODALITY).strip().equals("MR")
                        && !entry.traits().triggerTime().isEmpty());
        if (!isTriggered) {
            return List.of(entries);
        }
        List<List<FrameEntry>> places = DisplaySetRule.byKey(entries, SamePlaceRule::place);
        int times = places.getFirst().size();
        boolean beats = times >= FEWEST_TIMES
                && times > places.size()
                && places.stream().allMatch(place -> place.size() == times && timesDiffer(place));
        return beats ? places : List.of(entries);
    }

    private static boolean timesDiffer(List<FrameEntry> place) {
        return place.stream()
                        .map(entry -> entry.traits().triggerTime())
                        .distinct()
                        .count()
                > place.size() / 2;
    }

    @Override
    public Optional<SplitLabel> label(List<FrameEntry> part) {
        return Optional.of(SplitLabel.of("cine", part.size()));
    }
}
