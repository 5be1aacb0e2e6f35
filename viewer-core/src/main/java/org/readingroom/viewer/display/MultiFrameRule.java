package org.readingroom.viewer.display;

import java.util.List;

/// Every multi-frame instance stands alone.
///
/// The case: ultrasound and angiography series where each instance is a cine of its own; one stack of all of
/// them would play one run into the next.
final class MultiFrameRule implements DisplaySetRule {
    @Override
    public String name() {
        return "multi-frame";
    }

    @Override
    public List<List<FrameEntry>> separate(List<FrameEntry> entries) {
        return DisplaySetRule.byKey(
                entries,
                entry -> entry.header().frames() > 1
                        ? entry.frame().ref().instance().value()
                        : "");
    }
}
