package org.readingroom.viewer.display;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// One reason why frames of a series do not belong in one view.
///
/// A plug-in may bring its own; the rules run one after the other, each on every group that the last one left.
public interface DisplaySetRule {
    /// Names the rule on a display set that it made.
    String name();

    /// Splits `entries` into groups; one group when the rule has nothing to say. Order inside a group is kept.
    List<List<FrameEntry>> separate(List<FrameEntry> entries);

    /// Says what sets one of the groups apart from the others; nothing when the pictures say it themselves.
    default Optional<SplitLabel> label(List<FrameEntry> part) {
        return Optional.empty();
    }

    /// Groups by equal keys, in order of first appearance.
    static <K> List<List<FrameEntry>> byKey(List<FrameEntry> entries, Function<FrameEntry, K> key) {
        Map<K, List<FrameEntry>> groups = new LinkedHashMap<>();
        for (FrameEntry entry : entries) {
            groups.computeIfAbsent(key.apply(entry), k -> new ArrayList<>()).add(entry);
        }
        return List.copyOf(groups.values());
    }
}
