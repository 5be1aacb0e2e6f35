package org.readingroom.viewer.codec.jpeg;

import org.readingroom.viewer.codec.CodecException;
import org.readingroom.viewer.codec.CodecLimits;
import org.readingroom.viewer.codec.FrameBuffer;
import org.readingroom.viewer.codec.PixelFormat;
import org.readingroom.viewer.codec.StoredPixels;

/// A picture whose scans bring differences between neighbours: JPEG lossless, decoded line by line.
///
/// **Source:** ITU-T T.81 annex H.
final class LosslessPicture implements Picture {
    private final Frame frame;
    private final FrameBuffer buffer;
    private final boolean[] decoded;

    LosslessPicture(Frame frame, PixelFormat format) throws CodecException {
        if (frame.mostHorizontal() > 1 || frame.mostVertical() > 1) {
            throw CodecException.unsupported("JPEG lossless subsampling");
        }
        this.frame = frame;
        this.buffer = new FrameBuffer(format);
        this.decoded = new boolean[frame.components().size()];
    }

    @Override
    public boolean isWhole() {
        for (boolean component : decoded) {
            if (!component) {
                return false;
            }
        }
        return true;
    }

    @Override
    public StoredPixels finish(String photometric) {
        return buffer.finish(photometric);
    }

    /// `interval` is the number of MCUs between restart markers, 0 for none; it must be whole lines.
    @Override
    public void decode(ScanHeader scan, Tables tables, EntropyBits bits, int interval) throws CodecException {
        if (scan.start() < 1 || scan.start() > 7 || scan.low() >= frame.precision()) {
            throw CodecException.corrupt("JPEG lossless predictor " + scan.start() + ", shift " + scan.low());
        }
        if (interval % frame.columns() != 0) {
            throw CodecException.unsupported("JPEG lossless restart inside a line");
        }
        int sampleBits = frame.precision() - scan.low();
        Predictor predictor = new Predictor(scan.start(), 1 << (sampleBits - 1));
        HuffmanTable[] codes = codes(scan, tables);
        int restartLines = interval / frame.columns();
        int[][] above = new int[codes.length][frame.columns()];
        int[][] current = new int[codes.length][frame.columns()];
        for (int y = 0; y < frame.rows(); y++) {
            CodecLimits.stopIfInterrupted();
            boolean fresh = y == 0;
            if (restartLines > 0 && y > 0 && y % restartLines == 0) {
                bits.restart((y / restartLines - 1) & 7);
                fresh = true;
            }
            differences(codes, bits, current);
            for (int part = 0; part < codes.length; part++) {
                int[] line = current[part];
                if (fresh) {
                    predictor.firstLine(line);
                } else {
                    predictor.line(line, above[part]);
                }
                requireWithin(line, sampleBits);
                if (scan.low() == 0) {
                    buffer.row(scan.components()[part], y, line, 0);
                } else {
                    buffer.row(scan.components()[part], y, shifted(line, scan.low()), 0);
                }
                current[part] = above[part];
                above[part] = line;
            }
        }
    }

    private HuffmanTable[] codes(ScanHeader scan, Tables tables) throws CodecException {
        HuffmanTable[] codes = new HuffmanTable[scan.components().length];
        for (int part = 0; part < codes.length; part++) {
            int component = scan.components()[part];
            if (decoded[component]) {
                throw CodecException.corrupt("a second scan of one component");
            }
            decoded[component] = true;
            codes[part] = tables.dc(scan.dcTables()[part]);
        }
        return codes;
    }

    /// Fills the lines with the differences that are to become samples.
    private static void differences(HuffmanTable[] codes, EntropyBits bits, int[][] lines) throws CodecException {
        if (codes.length == 1) {
            bits.takeDifferences(codes[0], lines[0]);
            return;
        }
        for (int x = 0; x < lines[0].length; x++) {
            for (int part = 0; part < codes.length; part++) {
                lines[part][x] = bits.takeDifference(codes[part]);
            }
        }
    }

    private static int[] shifted(int[] line, int shift) {
        int[] shifted = new int[line.length];
        for (int x = 0; x < line.length; x++) {
            shifted[x] = line[x] << shift;
        }
        return shifted;
    }

    /// A sample of more bits than the picture has comes of differences that were not the encoder's.
    private static void requireWithin(int[] line, int sampleBits) throws CodecException {
        int all = 0;
        for (int sample : line) {
            all |= sample;
        }
        if (all >>> sampleBits != 0) {
            throw CodecException.corrupt("a sample of more than " + sampleBits + " bits");
        }
    }
}
