package org.readingroom.viewer.display;

import java.util.Arrays;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.display.FrameTime.Source;

/// Reads how fast the frames of an image follow each other.
///
/// What Frame Increment Pointer names counts first, then Frame Time, Frame Time Vector, and the rates it should be
/// shown at. Times of zero or less, and vectors of another length than the image, say nothing.
///
/// **Source:** DICOM PS3.3 section C.7.6.5.
// [impl->req~display.frame-time~1]
final class FrameTimeReader {
    private static final int DISPLAY_RATE = 0x00082144;
    private static final int PLAYBACK_SEQUENCING = 0x00181244;

    private final boolean swings;
    private final double[] vector;
    private final boolean vectorFirst;
    private final FrameTime plain;

    FrameTimeReader(ImageHeader header) {
        DataSet data = header.dataSet();
        swings = data.integer(PLAYBACK_SEQUENCING).orElse(0) == 1;
        vector = increments(data.decimals(Tag.FRAME_TIME_VECTOR), header.frames());
        vectorFirst =
                Arrays.stream(data.integers(Tag.FRAME_INCREMENT_POINTER)).anyMatch(t -> t == Tag.FRAME_TIME_VECTOR);
        plain = plain(data);
    }

    /// The time from frame `index` to the next, counted from zero.
    FrameTime of(int index) {
        boolean byVector = vector.length > 0 && (vectorFirst || plain.source() != Source.FRAME_TIME);
        return byVector ? new FrameTime(vector[index], Source.FRAME_TIME_VECTOR, swings) : plain;
    }

    private FrameTime plain(DataSet data) {
        double ms = data.decimal(Tag.FRAME_TIME).orElse(0);
        if (isTime(ms)) {
            return new FrameTime(ms, Source.FRAME_TIME, swings);
        }
        double shown = data.decimal(DISPLAY_RATE).orElse(0);
        if (isTime(shown)) {
            return new FrameTime(1000 / shown, Source.DISPLAY_RATE, swings);
        }
        double rate = data.decimal(Tag.CINE_RATE).orElse(0);
        return isTime(rate)
                ? new FrameTime(1000 / rate, Source.CINE_RATE, swings)
                : new FrameTime(0, Source.NONE, swings);
    }

    /// The vector holds for each frame the time since the one before it; the last frame stays as long as all do on
    /// average.
    private static double[] increments(double[] sinceBefore, int frames) {
        if (frames < 2 || sinceBefore.length != frames) {
            return new double[0];
        }
        double[] toNext = new double[frames];
        double sum = 0;
        for (int i = 0; i + 1 < frames; i++) {
            toNext[i] = sinceBefore[i + 1];
            sum += toNext[i];
            if (!isTime(toNext[i])) {
                return new double[0];
            }
        }
        toNext[frames - 1] = sum / (frames - 1);
        return toNext;
    }

    private static boolean isTime(double value) {
        return value > 0 && Double.isFinite(value);
    }
}
