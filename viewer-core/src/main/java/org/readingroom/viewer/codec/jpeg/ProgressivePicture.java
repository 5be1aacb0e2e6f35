package org.readingroom.viewer.codec.jpeg;

import java.util.Arrays;
import org.readingroom.viewer.codec.CodecException;
import org.readingroom.viewer.codec.CodecLimits;
import org.readingroom.viewer.codec.PixelFormat;
import org.readingroom.viewer.codec.StoredPixels;

/// A picture whose scans bring bands and bits of its coefficients: JPEG progressive.
///
/// It is whole once every coefficient of every component has its lowest bit.
///
/// **Source:** ITU-T T.81 annex G.
final class ProgressivePicture implements Picture {
    private static final int NOTHING_YET = -1;
    private static final int LOWEST_BIT = 13;

    private final Frame frame;
    private final DctPlanes planes;
    private final Coefficients[] coefficients;

    /// The lowest bit that has come, of each coefficient of each component.
    private final int[][] lowest;

    private final int[][] quantisation;

    ProgressivePicture(Frame frame, PixelFormat format) {
        int count = frame.components().size();
        this.frame = frame;
        this.planes = new DctPlanes(frame, format);
        this.coefficients = new Coefficients[count];
        this.lowest = new int[count][64];
        this.quantisation = new int[count][];
        for (int i = 0; i < count; i++) {
            coefficients[i] = Coefficients.of(frame, frame.components().get(i));
            Arrays.fill(lowest[i], NOTHING_YET);
        }
    }

    // [impl->req~codec.jpeg-progressive~1]
    @Override
    public void decode(ScanHeader scan, Tables tables, EntropyBits bits, int interval) throws CodecException {
        boolean dc = scan.start() == 0;
        boolean possible =
                dc ? scan.end() == 0 : scan.components().length == 1 && scan.start() <= scan.end() && scan.end() < 64;
        if (!possible || scan.low() > LOWEST_BIT || scan.high() != 0 && scan.high() != scan.low() + 1) {
            throw CodecException.corrupt("a progressive scan of coefficients %d to %d, bits %d to %d"
                    .formatted(scan.start(), scan.end(), scan.high(), scan.low()));
        }
        for (int component : scan.components()) {
            quantisation[component] = planes.quantisation(component, tables);
            for (int k = scan.start(); k <= scan.end(); k++) {
                int before = lowest[component][k];
                if (scan.high() == 0 ? before != NOTHING_YET : before != scan.high()) {
                    throw CodecException.corrupt("a progressive scan out of turn");
                }
                lowest[component][k] = scan.low();
            }
        }
        McuOrder.Blocks blocks = dc
                ? new ProgressiveDc(scan, tables, coefficients, bits)
                : new ProgressiveAc(scan, tables, coefficients[scan.components()[0]], bits);
        new McuOrder(frame, scan.components(), bits).walk(blocks, interval);
        if (blocks instanceof ProgressiveAc bands) {
            bands.requireRunsEnded();
        }
    }

    @Override
    public boolean isWhole() {
        for (int[] component : lowest) {
            for (int bit : component) {
                if (bit != 0) {
                    return false;
                }
            }
        }
        return true;
    }

    @Override
    public StoredPixels finish(String photometric) throws CodecException {
        InverseDct dct = new InverseDct(frame.precision());
        int[] block = new int[64];
        for (int i = 0; i < coefficients.length; i++) {
            Plane plane = planes.plane(i);
            for (int y = 0; y < coefficients[i].down(); y++) {
                CodecLimits.stopIfInterrupted();
                for (int x = 0; x < coefficients[i].across(); x++) {
                    coefficients[i].dequantise(x, y, quantisation[i], block);
                    dct.requirePossible(block[0], quantisation[i][0]);
                    dct.transform(block, plane.samples(), y * 8 * plane.stride() + x * 8, plane.stride());
                }
            }
        }
        return planes.finish(photometric);
    }
}
