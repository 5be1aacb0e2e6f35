package org.readingroom.viewer.display;

import java.util.List;
import java.util.Optional;

/// Detectors, energy windows and heart intervals of a nuclear medicine image apart.
///
/// The case: whole-body bone scans with the front and the back in one object, dual isotopes, gated tomography with
/// eight volumes in a row.
final class NuclearRule implements DisplaySetRule {
    @Override
    public String name() {
        return "nuclear";
    }

    @Override
    public List<List<FrameEntry>> separate(List<FrameEntry> entries) {
        return DisplaySetRule.byKey(entries, entry -> entry.traits().nuclear());
    }

    @Override
    public Optional<SplitLabel> label(List<FrameEntry> part) {
        return Optional.of(SplitLabel.of("nuclear", part.getFirst().traits().nuclear()));
    }
}
