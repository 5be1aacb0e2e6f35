package org.readingroom.viewer.display;

import java.util.List;
import org.readingroom.viewer.codec.PixelFormat;

/// Frames of another size, or colour among grey, apart.
///
/// The case: dose screens and colour captures saved at the end of a CT series.
final class PixelKindRule implements DisplaySetRule {
    private record Kind(int rows, int columns, boolean isColour, PixelScale scale) {}

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
                    entry.frame().scale());
        });
    }
}
