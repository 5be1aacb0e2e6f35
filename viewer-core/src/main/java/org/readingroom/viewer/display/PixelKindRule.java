package org.readingroom.viewer.display;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.codec.PixelFormat;

/// Frames of another size, or colour among grey, apart.
///
/// The case: dose screens and colour captures saved at the end of a CT series.
final class PixelKindRule implements DisplaySetRule {
    /// `scale` is absent for frames that lie nowhere: stills of ultrasound change their depth and stay one set.
    private record Kind(
            int rows,
            int columns,
            boolean isColour,
            @Nullable PixelScale scale) {}

    @Override
    public String name() {
        return "pixel-kind";
    }

    @Override
    public List<List<FrameEntry>> separate(List<FrameEntry> entries) {
        return DisplaySetRule.byKey(entries, entry -> {
            PixelFormat format = entry.frame().format();
            return new Kind(
                    format.rows(),
                    format.columns(),
                    entry.header().isColour(),
                    entry.frame().plane() == null ? null : entry.frame().scale());
        });
    }

    @Override
    public Optional<SplitLabel> label(List<FrameEntry> part) {
        PixelFormat format = part.getFirst().frame().format();
        return Optional.of(SplitLabel.of(
                part.getFirst().header().isColour() ? "pixel-kind.colour" : "pixel-kind",
                Integer.toString(format.columns()),
                Integer.toString(format.rows())));
    }
}
