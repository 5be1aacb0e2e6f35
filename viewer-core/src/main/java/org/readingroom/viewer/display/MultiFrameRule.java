package org.readingroom.viewer.display;

import java.util.List;
import java.util.Optional;

/// Every multi-frame instance stands alone.
///
/// The case: ultrasound and angiography series where each instance is a cine of its own; one stack of all of
/// them would play one run into the next. Parts of a concatenation are one image.
///
/// **Source:** DICOM PS3.3 section C.7.6.16.2.2.4, Concatenation UID (0020,9161).
final class MultiFrameRule implements DisplaySetRule {
    private static final int CONCATENATION_UID = 0x00209161;

    @Override
    public String name() {
        return "multi-frame";
    }

    @Override
    public List<List<FrameEntry>> separate(List<FrameEntry> entries) {
        return DisplaySetRule.byKey(
                entries,
                entry -> entry.header().frames() > 1
                        ? entry.header()
                                .dataSet()
                                .string(CONCATENATION_UID)
                                .filter(uid -> !uid.isBlank())
                                .orElse(entry.frame().ref().instance().value())
                        : "");
    }

    @Override
    public Optional<SplitLabel> label(List<FrameEntry> part) {
        FrameEntry first = part.getFirst();
        return first.header().frames() > 1
                ? Optional.of(SplitLabel.of(
                        "multi-frame", Integer.toString(first.frame().facts().instanceNumber())))
                : Optional.empty();
    }
}
