package org.readingroom.viewer.display;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.readingroom.viewer.geometry.ImagePlane;

/// Frames of one place that differ in one trait: one set per value of the trait.
///
/// A trait that only varies from place to place splits nothing, as the exposure of a modulated scan does; nor does one
/// that takes more values than there are frames in any place, as times do. Frames all at one place stay together: they
/// are a cine.
final class SamePlaceRule implements DisplaySetRule {
    private final String name;
    private final Function<FrameTraits, String> trait;

    SamePlaceRule(String name, Function<FrameTraits, String> trait) {
        this.name = name;
        this.trait = trait;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<List<FrameEntry>> separate(List<FrameEntry> entries) {
        if (entries.stream().anyMatch(entry -> entry.frame().plane() == null)) {
            return List.of(entries);
        }
        Map<List<Long>, Set<String>> values = new HashMap<>();
        Map<List<Long>, Integer> frames = new HashMap<>();
        for (FrameEntry entry : entries) {
            List<Long> place = place(entry);
            values.computeIfAbsent(place, p -> new HashSet<>()).add(trait.apply(entry.traits()));
            frames.merge(place, 1, Integer::sum);
        }
        boolean tellsApart = values.values().stream().anyMatch(found -> found.size() > 1);
        List<List<FrameEntry>> parts = DisplaySetRule.byKey(entries, entry -> trait.apply(entry.traits()));
        int most = frames.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        return tellsApart && values.size() > 1 && parts.size() <= most ? parts : List.of(entries);
    }

    @Override
    public Optional<SplitLabel> label(List<FrameEntry> part) {
        String value = trait.apply(part.getFirst().traits());
        return Optional.of(SplitLabel.of(value.isEmpty() ? name + ".none" : name, value));
    }

    /// A tenth of a millimetre: positions of one place are copies of each other, places of a stack lie farther apart.
    ///
    /// `entry` has a plane.
    static List<Long> place(FrameEntry entry) {
        ImagePlane plane = Objects.requireNonNull(entry.frame().plane(), "a frame that lies in no plane");
        return List.of(
                Math.round(10 * plane.position().x()),
                Math.round(10 * plane.position().y()),
                Math.round(10 * plane.position().z()));
    }
}
