package org.readingroom.viewer.codec.jpeg2000;

import java.util.ArrayList;
import java.util.List;
import org.readingroom.viewer.codec.CodecException;

/// One resolution of a tile-component: its precincts and subbands.
///
/// `nextLayers` counts the layers already read of each precinct.
record Resolution(Area area, int precinctWidth, int precinctHeight, List<Subband> subbands, int[] nextLayers) {
    Resolution {
        subbands = List.copyOf(subbands);
    }

    /// Lays out resolution `r` of a component whose samples cover `component`.
    static Resolution of(
            Area component, int r, CodingStyle style, Quantisation quantisation, int precision, Budget budget)
            throws CodecException {
        int below = style.levels() - r;
        Area area = component.subband(below, 0, 0);
        int widthBits = style.precinctWidths()[r];
        int heightBits = style.precinctHeights()[r];
        int across = across(area, widthBits);
        int down = down(area, heightBits);
        budget.take((long) across * down);
        List<Subband> subbands = new ArrayList<>();
        for (int orientation = r == 0 ? 0 : 1; orientation <= (r == 0 ? 0 : 3); orientation++) {
            int level = r == 0 ? style.levels() : below + 1;
            Area band = component.subband(level, orientation & 1, orientation >> 1);
            int index = r == 0 ? 0 : 3 * (r - 1) + orientation;
            // Precincts of a subband are half as large as those of its resolution.
            int bandWidth = r == 0 ? widthBits : widthBits - 1;
            int bandHeight = r == 0 ? heightBits : heightBits - 1;
            int blockWidth = Math.min(style.blockWidthBits(), bandWidth);
            int blockHeight = Math.min(style.blockHeightBits(), bandHeight);
            budget.take((((long) band.width() >> blockWidth) + 1) * (((long) band.height() >> blockHeight) + 1));
            List<CodeBlock.Group> groups = new ArrayList<>(across * down);
            for (int p = 0; p < across * down; p++) {
                long x = (long) (area.x0() >> widthBits) + p % across;
                long y = (long) (area.y0() >> heightBits) + p / across;
                Area part = new Area(
                        (int) Math.max(band.x0(), x << bandWidth),
                        (int) Math.max(band.y0(), y << bandHeight),
                        (int) Math.min(band.x1(), (x + 1) << bandWidth),
                        (int) Math.min(band.y1(), (y + 1) << bandHeight));
                groups.add(Subband.group(part, blockWidth, blockHeight));
            }
            subbands.add(new Subband(
                    band, orientation, quantisation.planes(index), quantisation.step(index, precision), groups));
        }
        return new Resolution(area, widthBits, heightBits, subbands, new int[across * down]);
    }

    private static int across(Area area, int widthBits) {
        return area.isEmpty() ? 0 : Area.ceilShift(area.x1(), widthBits) - (area.x0() >> widthBits);
    }

    private static int down(Area area, int heightBits) {
        return area.isEmpty() ? 0 : Area.ceilShift(area.y1(), heightBits) - (area.y0() >> heightBits);
    }

    int precincts() {
        return nextLayers.length;
    }

    /// Column and row of the left upper corner of precinct `p`, in samples of this resolution.
    long precinctX(int p) {
        return (long) ((area.x0() >> precinctWidth) + p % across(area, precinctWidth)) << precinctWidth;
    }

    long precinctY(int p) {
        return (long) ((area.y0() >> precinctHeight) + p / across(area, precinctWidth)) << precinctHeight;
    }

    /// How many precincts and code blocks a picture may still be cut into, so that a header cannot ask for more objects
    /// than a picture has use for.
    static final class Budget {
        /// Chosen: parts for whatever picture, for each tile-component, and samples that call for one more.
        private static final int FREE = 1 << 16;

        private static final int FREE_OF_TILE = 256;
        private static final int SAMPLES_OF_PART = 16;

        private long left;

        Budget(ImageGrid grid) {
            int components = grid.components().size();
            long samples = (long) grid.image().width() * grid.image().height() * components;
            left = FREE + (long) FREE_OF_TILE * grid.tiles() * components + samples / SAMPLES_OF_PART;
        }

        void take(long count) throws CodecException {
            left -= count;
            if (left < 0) {
                throw CodecException.unsupported("JPEG 2000 precincts of so few samples");
            }
        }
    }
}
