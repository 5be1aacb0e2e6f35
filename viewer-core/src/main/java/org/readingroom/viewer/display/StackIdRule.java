package org.readingroom.viewer.display;

import java.util.List;
import java.util.Optional;

/// Stacks of an enhanced image apart.
///
/// The case: spine studies with one stack per disc in one object; each has its own tilt and they overlap.
///
/// **Source:** DICOM PS3.3 section C.7.6.16.2.2, Stack ID (0020,9056).
final class StackIdRule implements DisplaySetRule {
    @Override
    public String name() {
        return "stack";
    }

    @Override
    public List<List<FrameEntry>> separate(List<FrameEntry> entries) {
        List<List<FrameEntry>> parts =
                DisplaySetRule.byKey(entries, entry -> entry.traits().stack());
        // a writer that numbers every frame a stack of its own means no stacks
        return 2 * parts.size() <= entries.size() ? parts : List.of(entries);
    }

    @Override
    public Optional<SplitLabel> label(List<FrameEntry> part) {
        return Optional.of(SplitLabel.of("stack", part.getFirst().traits().stack()));
    }
}
