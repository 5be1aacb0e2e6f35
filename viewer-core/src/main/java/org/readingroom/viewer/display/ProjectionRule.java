package org.readingroom.viewer.display;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.readingroom.viewer.dicom.Tag;

/// Every projection radiograph stands alone.
///
/// The case: chest PA and lateral in one series; they are read side by side, not scrolled.
final class ProjectionRule implements DisplaySetRule {
    private static final Set<String> MODALITIES = Set.of("CR", "DX", "MG", "IO", "PX", "RG", "XC", "ES", "OP");

    @Override
    public String name() {
        return "projection";
    }

    @Override
    public List<List<FrameEntry>> separate(List<FrameEntry> entries) {
        return DisplaySetRule.byKey(
                entries,
                entry -> entry.frame().plane() == null
                                && MODALITIES.contains(entry.header().text(Tag.MODALITY))
                        ? entry.frame().ref().instance().value()
                        : "");
    }

    @Override
    public Optional<SplitLabel> label(List<FrameEntry> part) {
        FrameFacts facts = part.getFirst().frame().facts();
        String view = (facts.laterality() + " " + facts.viewPosition()).strip();
        return view.isEmpty() ? Optional.empty() : Optional.of(SplitLabel.of("projection", view));
    }
}
