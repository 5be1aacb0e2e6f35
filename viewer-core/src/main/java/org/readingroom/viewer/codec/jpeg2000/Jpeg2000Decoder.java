package org.readingroom.viewer.codec.jpeg2000;

import java.util.List;
import org.readingroom.viewer.codec.CodeBytes;
import org.readingroom.viewer.codec.CodeStreamHeader;
import org.readingroom.viewer.codec.CodecException;
import org.readingroom.viewer.codec.CodecLimits;
import org.readingroom.viewer.codec.FrameBuffer;
import org.readingroom.viewer.codec.FrameDecoder;
import org.readingroom.viewer.codec.PixelFormat;
import org.readingroom.viewer.codec.StoredPixels;

/// Decodes JPEG 2000 part 1, reversible and irreversible, bare or wrapped in JP2.
///
/// **Source:** ITU-T T.800; DICOM PS3.5 section A.4.4.
public final class Jpeg2000Decoder implements FrameDecoder {

    // [impl->req~codec.jpeg-2000~1]
    @Override
    public StoredPixels decode(byte[] encoded, PixelFormat format) throws CodecException {
        CodeStreamParser parser = new CodeStreamParser(new CodeBytes(encoded));
        ImageGrid grid = parser.readGrid();
        int precision = grid.components().stream()
                .mapToInt(ImageGrid.Component::precision)
                .max()
                .orElseThrow();
        new CodeStreamHeader(
                        grid.image().height(),
                        grid.image().width(),
                        grid.components().size(),
                        precision)
                .requireFits(format);
        CodecLimits.requirePlausible(encoded.length, format);
        List<TileData> tiles = parser.readTiles(grid);
        FrameBuffer frame = new FrameBuffer(format);
        Resolution.Budget budget = new Resolution.Budget(grid);
        boolean mixed = false;
        for (int number = 0; number < tiles.size(); number++) {
            CodecLimits.stopIfInterrupted();
            TileDecoder decoder = new TileDecoder(grid, number, tiles.get(number), budget);
            List<List<int[]>> samples = decoder.decode();
            for (int c = 0; c < samples.size(); c++) {
                place(grid, number, c, samples.get(c), decoder.area(c), frame);
            }
            mixed |= tiles.get(number).parameters.componentsMixed();
        }
        return frame.finish(photometric(format, mixed));
    }

    /// Copies the samples of one component of one tile into the frame; where the component is coarser than the
    /// image, each sample is repeated.
    private static void place(
            ImageGrid grid, int tile, int component, List<int[]> samples, Area own, FrameBuffer frame) {
        Area area = grid.tile(tile);
        Area image = grid.image();
        ImageGrid.Component shape = grid.components().get(component);
        boolean whole = shape.dx() == 1 && shape.dy() == 1;
        int[] line = new int[area.width()];
        if (own.isEmpty()) {
            return;
        }
        for (int y = area.y0(); y < area.y1(); y++) {
            int[] row = samples.get(Math.clamp(y / shape.dy() - own.y0(), 0, own.height() - 1));
            if (!whole) {
                for (int x = 0; x < line.length; x++) {
                    line[x] = row[Math.clamp((area.x0() + x) / shape.dx() - own.x0(), 0, own.width() - 1)];
                }
            }
            frame.span(component, y - image.y0(), area.x0() - image.x0(), whole ? row : line, 0, line.length);
        }
    }

    /// Mixed components have come back as red, green and blue.
    private static String photometric(PixelFormat format, boolean mixed) {
        String stated = format.photometricInterpretation();
        boolean namesMixing = stated.equals("YBR_ICT") || stated.equals("YBR_RCT");
        return mixed && namesMixing ? "RGB" : stated;
    }
}
