package org.readingroom.viewer.display;

import java.util.List;
import java.util.Optional;

/// Localizers apart from what they localize.
///
/// The case: a CT topogram at the head of an axial series has another size, orientation and no Hounsfield units.
final class LocalizerRule implements DisplaySetRule {
    @Override
    public String name() {
        return "localizer";
    }

    @Override
    public List<List<FrameEntry>> separate(List<FrameEntry> entries) {
        return DisplaySetRule.byKey(entries, entry -> entry.header().imageTypeHas("LOCALIZER"));
    }

    @Override
    public Optional<SplitLabel> label(List<FrameEntry> part) {
        return part.getFirst().header().imageTypeHas("LOCALIZER")
                ? Optional.of(SplitLabel.of("localizer"))
                : Optional.empty();
    }
}
