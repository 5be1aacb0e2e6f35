package org.readingroom.viewer.display;

import java.util.List;
import java.util.Optional;

/// Derived pictures apart from originals.
///
/// The case: workstations save reformats and subtractions into the series they were made from; scrolling must
/// not mix measured with computed values. Value 3 on tells one derivation from another.
final class DerivedRule implements DisplaySetRule {
    @Override
    public String name() {
        return "derived";
    }

    @Override
    public List<List<FrameEntry>> separate(List<FrameEntry> entries) {
        return DisplaySetRule.byKey(
                entries,
                entry -> entry.header().imageType(1).equals("DERIVED")
                        ? entry.frame().facts().imageType()
                        : "");
    }

    @Override
    public Optional<SplitLabel> label(List<FrameEntry> part) {
        String type = part.getFirst().frame().facts().imageType();
        return part.getFirst().header().imageType(1).equals("DERIVED")
                ? Optional.of(SplitLabel.of(
                        "derived", type.replace("\\", " ").replaceFirst("^DERIVED *(PRIMARY|SECONDARY)? *", "")))
                : Optional.empty();
    }
}
