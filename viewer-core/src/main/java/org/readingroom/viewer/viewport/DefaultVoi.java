package org.readingroom.viewer.viewport;

import org.readingroom.viewer.codec.PixelFormat;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.ModalityLut;
import org.readingroom.viewer.display.ValueUnit;
import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.volume.GreySlice;
import org.readingroom.viewer.volume.Slice;

/// Finds the window of a frame nobody has chosen one for: the file's first, else all grey levels of an eight-bit image,
/// else that of soft tissue for Hounsfield units, else the range of its values.
public final class DefaultVoi {
    private static final Voi ANY = Voi.Window.linear(128, 256);

    private static final Voi SOFT_TISSUE = Voi.Window.linear(40, 400);

    /// chosen: values so far out are no picture when they alone make the range twice as wide or more.
    private static final double OUTLIERS = 0.001;

    /// chosen: enough to find the thousandth part, however large the image.
    private static final int LOOKED_AT = 1 << 18;

    private DefaultVoi() {}

    public static Voi of(ImageFrame frame, Slice slice) {
        return of(frame, slice, 0);
    }

    /// Window or table `fileVoi` of the frame; its last when it has fewer; the range of its values for
    /// [DataPresentation#WHOLE_RANGE].
    public static Voi of(ImageFrame frame, Slice slice, int fileVoi) {
        if (fileVoi < 0) {
            return wholeRange(slice);
        }
        if (!frame.vois().isEmpty()) {
            return frame.vois().get(Math.min(fileVoi, frame.vois().size() - 1));
        }
        PixelFormat format = frame.format();
        if (format.bitsStored() > 0
                && format.bitsStored() <= 8
                && frame.modalityLut().equals(ModalityLut.Linear.IDENTITY)) {
            return eightBits(format);
        }
        boolean hounsfield = frame.modalityLut().unit().equals(ValueUnit.HOUNSFIELD);
        return hounsfield && slice instanceof GreySlice ? SOFT_TISSUE : usualRange(slice);
    }

    /// Eight bits and fewer are grey levels already: captures and scans are shown as they were drawn.
    private static Voi eightBits(PixelFormat format) {
        double span = Math.scalb(1.0, format.bitsStored()) - 1;
        double low = format.isSigned() ? -(span + 1) / 2 : 0;
        return new Voi.Window(low + span / 2, span, Voi.Function.LINEAR_EXACT, "");
    }

    /// A window that leaves nothing of the slice black or white, padding apart.
    public static Voi wholeRange(Slice slice) {
        return slice instanceof GreySlice grey ? over(grey, grey.smallest(), grey.largest()) : ANY;
    }

    /// A window on a difference: zero in its middle, all but the farthest values inside.
    public static Voi difference(GreySlice slice) {
        int[] ends = ends(slice);
        double a = Math.abs(slice.slope() * ends[0] + slice.intercept());
        double b = Math.abs(slice.slope() * ends[1] + slice.intercept());
        return new Voi.Window(0, Math.max(2 * Math.max(a, b), 1e-6), Voi.Function.LINEAR_EXACT, "");
    }

    private static Voi usualRange(Slice slice) {
        if (!(slice instanceof GreySlice grey)) {
            return ANY;
        }
        int[] ends = ends(grey);
        boolean outliers = 2L * (ends[1] - ends[0]) <= grey.largest() - grey.smallest() && ends[1] > ends[0];
        return outliers ? over(grey, ends[0], ends[1]) : wholeRange(grey);
    }

    private static Voi over(GreySlice grey, int low, int high) {
        double a = grey.slope() * low + grey.intercept();
        double b = grey.slope() * high + grey.intercept();
        // the least width a float can tell apart at these values
        double least = Math.max(1e-6 * Math.max(Math.abs(a), Math.abs(b)), Double.MIN_NORMAL);
        return new Voi.Window((a + b) / 2, Math.max(Math.abs(b - a), least), Voi.Function.LINEAR_EXACT, "");
    }

    /// The samples below and above which one in a thousand lies.
    private static int[] ends(GreySlice grey) {
        int[] counts = new int[0x10000];
        short[] samples = grey.samples();
        int stride = Math.max(1, samples.length / LOOKED_AT);
        int counted = 0;
        for (int i = 0; i < samples.length; i += stride) {
            if (grey.padding() == null || !grey.padding().holds(samples[i])) {
                counts[samples[i] - Short.MIN_VALUE]++;
                counted++;
            }
        }
        int spare = (int) (counted * OUTLIERS);
        int low = 0;
        for (int below = counts[0]; below <= spare && low < 0xFFFF; below += counts[low]) {
            low++;
        }
        int high = 0xFFFF;
        for (int above = counts[high]; above <= spare && high > 0; above += counts[high]) {
            high--;
        }
        return counted == 0 ? new int[] {0, 0} : new int[] {low + Short.MIN_VALUE, high + Short.MIN_VALUE};
    }
}
