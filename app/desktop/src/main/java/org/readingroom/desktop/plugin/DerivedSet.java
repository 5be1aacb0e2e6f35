package org.readingroom.desktop.plugin;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.UUID;
import org.readingroom.plugin.Slice;
import org.readingroom.viewer.codec.PixelFormat;
import org.readingroom.viewer.codec.StoredPixels;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.display.FrameLoader;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.ModalityLut;
import org.readingroom.viewer.display.PixelScale;
import org.readingroom.viewer.model.FrameRef;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.volume.GreySlice;

/// One computed slice as a display set of its own, in the place of the slice it came from and never instead of it.
///
/// Values are kept in 16 bits over their own range, so a value is off by at most half of 1/65534 of that range.
public record DerivedSet(DisplaySet displaySet, FrameLoader frames) {
    private static final int STEPS = 65534;

    /// The modality values of a slice on the desk, as a plug-in takes them. Padding is handed over as the least
    /// value that is none.
    public static Slice input(ImageFrame frame, GreySlice slice) {
        float[] values = new float[slice.samples().length];
        for (int i = 0; i < values.length; i++) {
            short sample = slice.samples()[i];
            boolean pad = slice.padding() != null && slice.padding().holds(sample);
            values[i] = slice.slope() * (pad ? slice.smallest() : sample) + slice.intercept();
        }
        return frame.scale() instanceof PixelScale.Millimetres mm
                ? new Slice(
                        slice.rows(),
                        slice.columns(),
                        values,
                        mm.spacing().rowMm(),
                        mm.spacing().columnMm())
                : new Slice(slice.rows(), slice.columns(), values, 0, 0);
    }

    /// `description` names what was done, in words.
    public static DerivedSet of(DisplaySet source, ImageFrame frame, Slice result, String description) {
        float least = Float.MAX_VALUE;
        float greatest = -Float.MAX_VALUE;
        for (float value : result.values()) {
            least = Math.min(least, value);
            greatest = Math.max(greatest, value);
        }
        double slope = greatest > least ? ((double) greatest - least) / STEPS : 1;
        double intercept = ((double) greatest + least) / 2;
        PixelFormat format = new PixelFormat(result.rows(), result.columns(), 1, 16, 16, 15, true, "MONOCHROME2", 0);
        ByteBuffer bytes = ByteBuffer.allocate(result.values().length * 2).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : result.values()) {
            bytes.putShort((short) Math.clamp(Math.round((value - intercept) / slope), -STEPS / 2, STEPS / 2));
        }
        StoredPixels pixels = new StoredPixels(format, bytes.array());
        FrameRef ref = new FrameRef(new SopInstanceUid(uid()), 0);
        ImageFrame derived = new ImageFrame(
                ref,
                format,
                frame.plane(),
                frame.frameOfReference(),
                frame.scale(),
                new ModalityLut.Linear(slope, intercept, frame.modalityLut().unit()),
                frame.vois(),
                frame.inverse(),
                null,
                null,
                frame.regions(),
                frame.facts());
        DisplaySet set = new DisplaySet(
                "derived." + ref.instance(),
                source.study(),
                source.series(),
                source.modality(),
                description,
                List.of(derived),
                false,
                List.of("desktop.plugin.derived"),
                DisplaySet.DERIVED,
                source.facts());
        return new DerivedSet(set, (asked, priority) -> pixels);
    }

    /// **Source:** PS3.5 section B.2: a UUID as a decimal number under 2.25.
    private static String uid() {
        UUID uuid = UUID.randomUUID();
        ByteBuffer bytes = ByteBuffer.allocate(16);
        bytes.putLong(uuid.getMostSignificantBits()).putLong(uuid.getLeastSignificantBits());
        return "2.25." + new java.math.BigInteger(1, bytes.array());
    }
}
