package org.readingroom.viewer.codec.jpeg2000;

import java.util.ArrayList;
import java.util.List;
import org.readingroom.viewer.codec.CodeBytes;
import org.readingroom.viewer.codec.CodecException;

/// Image, tiles and components on the reference grid.
///
/// **Source:** ITU-T T.800 annexes A.5.1 and B.2 to B.3.
record ImageGrid(Area image, int tileX, int tileY, int tileWidth, int tileHeight, List<Component> components) {
    private static final int MOST_TILES = 65535;

    ImageGrid {
        components = List.copyOf(components);
    }

    /// `dx` and `dy` are grid points per sample.
    record Component(int precision, boolean isSigned, int dx, int dy) {}

    /// Reads the body of a SIZ segment, which starts at `at` and ends at `end`.
    static ImageGrid read(CodeBytes bytes, int at, int end) throws CodecException {
        int[] numbers = new int[8];
        for (int i = 0; i < numbers.length; i++) {
            long value = bytes.u32(at + 2 + 4 * i);
            boolean isTileSize = i == 4 || i == 5;
            if (value > Integer.MAX_VALUE && !isTileSize) {
                throw CodecException.corrupt("a JPEG 2000 grid of " + value);
            }
            numbers[i] = (int) Math.min(value, Integer.MAX_VALUE);
        }
        Area image = new Area(numbers[2], numbers[3], numbers[0], numbers[1]);
        int count = bytes.u16(at + 34);
        if (image.isEmpty() || count < 1 || count > 4 || end - at < 36 + 3 * count) {
            throw CodecException.corrupt("a JPEG 2000 image of " + count + " components");
        }
        List<Component> components = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int depth = bytes.u8(at + 36 + 3 * i);
            Component component = new Component(
                    (depth & 0x7F) + 1, depth > 127, bytes.u8(at + 37 + 3 * i), bytes.u8(at + 38 + 3 * i));
            if (component.dx() == 0 || component.dy() == 0 || component.precision() > 24) {
                throw CodecException.corrupt("component " + component);
            }
            components.add(component);
        }
        ImageGrid grid = new ImageGrid(image, numbers[6], numbers[7], numbers[4], numbers[5], components);
        grid.requireTiles();
        return grid;
    }

    private void requireTiles() throws CodecException {
        boolean placed = tileX <= image.x0()
                && tileY <= image.y0()
                && (long) tileX + tileWidth > image.x0()
                && (long) tileY + tileHeight > image.y0()
                && tileWidth > 0
                && tileHeight > 0;
        if (!placed || (long) tilesAcross() * tilesDown() > MOST_TILES) {
            throw CodecException.corrupt("JPEG 2000 tiles of " + tileWidth + " x " + tileHeight);
        }
    }

    int tilesAcross() {
        return Area.ceil(image.x1() - tileX, tileWidth);
    }

    int tilesDown() {
        return Area.ceil(image.y1() - tileY, tileHeight);
    }

    int tiles() {
        return tilesAcross() * tilesDown();
    }

    /// The part of the image that tile number `index` covers.
    Area tile(int index) {
        long left = tileX + (long) (index % tilesAcross()) * tileWidth;
        long top = tileY + (long) (index / tilesAcross()) * tileHeight;
        return new Area(
                (int) Math.max(left, image.x0()),
                (int) Math.max(top, image.y0()),
                (int) Math.min(left + tileWidth, image.x1()),
                (int) Math.min(top + tileHeight, image.y1()));
    }
}
