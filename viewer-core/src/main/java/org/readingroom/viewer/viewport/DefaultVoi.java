package org.readingroom.viewer.viewport;

import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.volume.GreySlice;
import org.readingroom.viewer.volume.Slice;

/// Finds the window of a frame nobody has chosen one for: the file's first, else the whole range
/// of its values.
public final class DefaultVoi {
    private static final Voi ANY = Voi.Window.linear(128, 256);

    private DefaultVoi() {}

    public static Voi of(ImageFrame frame, Slice slice) {
        return frame.vois().isEmpty() ? wholeRange(slice) : frame.vois().getFirst();
    }

    /// A window that leaves nothing of the slice black or white, padding apart.
    public static Voi wholeRange(Slice slice) {
        if (!(slice instanceof GreySlice grey)) {
            return ANY;
        }
        double a = grey.slope() * grey.smallest() + grey.intercept();
        double b = grey.slope() * grey.largest() + grey.intercept();
        double width = Math.max(Math.abs(b - a), 1e-6);
        return new Voi.Window((a + b) / 2, width, Voi.Function.LINEAR_EXACT, "");
    }
}
