package org.readingroom.viewer.display;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.readingroom.viewer.geometry.ImagePlane;

/// A series that passes the same places several times: one set per pass.
///
/// The case: dynamic contrast series, diffusion weightings and echoes stored in one series. Only when every
/// place occurs equally often; a few doubled slices are a fault, which the stack warns of. Frames all at one
/// place are a cine and stay together.
final class RepeatedPositionsRule implements DisplaySetRule {
    @Override
    public String name() {
        return "repeated-positions";
    }

    @Override
    public List<List<FrameEntry>> separate(List<FrameEntry> entries) {
        ImagePlane first = entries.getFirst().frame().plane();
        if (first == null) {
            return List.of(entries);
        }
        Map<Long, List<FrameEntry>> places = new TreeMap<>();
        for (FrameEntry entry : entries) {
            ImagePlane plane = entry.frame().plane();
            double height =
                    plane == null ? 0 : plane.position().minus(first.position()).dot(first.normal());
            // neighbours closer than a slice thickness apart never fall in one bin: 0.01 mm
            places.computeIfAbsent(Math.round(height * 100), h -> new ArrayList<>())
                    .add(entry);
        }
        int passes = places.values().iterator().next().size();
        boolean equallyOften = places.values().stream().allMatch(p -> p.size() == passes);
        if (passes == 1 || places.size() == 1 || !equallyOften) {
            return List.of(entries);
        }
        List<List<FrameEntry>> sets = new ArrayList<>();
        for (int i = 0; i < passes; i++) {
            sets.add(new ArrayList<>());
        }
        for (List<FrameEntry> place : places.values()) {
            place.sort((a, b) -> StackOrder.BY_NUMBER.compare(a.frame(), b.frame()));
            for (int i = 0; i < passes; i++) {
                sets.get(i).add(place.get(i));
            }
        }
        return sets;
    }

    @Override
    public Optional<SplitLabel> label(List<FrameEntry> part) {
        return Optional.of(SplitLabel.of(
                "repeated-positions",
                Integer.toString(part.getFirst().frame().facts().instanceNumber())));
    }
}
