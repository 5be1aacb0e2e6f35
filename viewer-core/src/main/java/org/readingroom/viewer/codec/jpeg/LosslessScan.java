package org.readingroom.viewer.codec.jpeg;

import java.util.List;
import org.readingroom.viewer.codec.CodecException;
import org.readingroom.viewer.codec.CodecLimits;
import org.readingroom.viewer.codec.FrameBuffer;

/// Decodes one lossless scan line by line into a frame.
///
/// **Source:** ITU-T T.81 annex H.
final class LosslessScan {
    private final Frame frame;
    private final List<ScanComponent> parts;
    private final EntropyBits bits;
    private final int predictor;
    private final int pointTransform;
    private final int[][] above;
    private final int[][] current;

    /// `predictor` is the selection value, 1 to 7.
    LosslessScan(Frame frame, List<ScanComponent> parts, EntropyBits bits, int predictor, int pointTransform) {
        this.frame = frame;
        this.parts = parts;
        this.bits = bits;
        this.predictor = predictor;
        this.pointTransform = pointTransform;
        this.above = new int[parts.size()][frame.columns()];
        this.current = new int[parts.size()][frame.columns()];
    }

    /// `interval` is the number of MCUs between restart markers, 0 for none; it must be whole lines.
    void decode(FrameBuffer buffer, int interval) throws CodecException {
        if (interval % frame.columns() != 0) {
            throw CodecException.unsupported("JPEG lossless restart inside a line");
        }
        int restartLines = interval / frame.columns();
        int[] shifted = new int[frame.columns()];
        for (int y = 0; y < frame.rows(); y++) {
            CodecLimits.stopIfInterrupted();
            boolean fresh = y == 0;
            if (restartLines > 0 && y > 0 && y % restartLines == 0) {
                bits.restart((y / restartLines - 1) & 7);
                fresh = true;
            }
            if (parts.size() == 1) {
                line(fresh);
            } else {
                for (int x = 0; x < frame.columns(); x++) {
                    for (int part = 0; part < parts.size(); part++) {
                        current[part][x] = predicted(current[part], above[part], x, fresh) + difference(part) & 0xFFFF;
                    }
                }
            }
            for (int part = 0; part < parts.size(); part++) {
                int[] line = current[part];
                for (int x = 0; x < shifted.length; x++) {
                    shifted[x] = line[x] << pointTransform;
                }
                buffer.row(parts.get(part).index(), y, shifted, 0);
                current[part] = above[part];
                above[part] = line;
            }
        }
    }

    private void line(boolean fresh) throws CodecException {
        int[] line = current[0];
        int[] up = above[0];
        if (fresh || predictor != 1) {
            for (int x = 0; x < line.length; x++) {
                line[x] = predicted(line, up, x, fresh) + difference(0) & 0xFFFF;
            }
            return;
        }
        int last = up[0];
        for (int x = 0; x < line.length; x++) {
            last = last + difference(0) & 0xFFFF;
            line[x] = last;
        }
    }

    private int predicted(int[] line, int[] up, int x, boolean fresh) {
        if (x == 0) {
            return fresh ? 1 << (frame.precision() - pointTransform - 1) : up[0];
        }
        int a = line[x - 1];
        if (fresh) {
            return a;
        }
        int b = up[x];
        int c = up[x - 1];
        return switch (predictor) {
            case 1 -> a;
            case 2 -> b;
            case 3 -> c;
            case 4 -> a + b - c;
            case 5 -> a + ((b - c) >> 1);
            case 6 -> b + ((a - c) >> 1);
            default -> (a + b) >> 1;
        };
    }

    private int difference(int part) throws CodecException {
        int size = bits.takeSymbol(parts.get(part).dc());
        if (size < 16) {
            return bits.takeDifference(size);
        }
        if (size > 16) {
            throw CodecException.corrupt("a difference of " + size + " bits");
        }
        return 32768;
    }
}
