package org.readingroom.viewer.codec;

import java.util.Arrays;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.Tag;

/// How much of each tile of a whole slide image lies inside the slide's matrix.
///
/// Tiles at the right and the lower edge reach over it. The standard has them filled up; some makers store them cut
/// at the matrix instead, and then the code stream has exactly the size that is inside. Such a tile is put where
/// its corner belongs and the outside is left black, which changes no pixel of the slide.
///
/// **Source:** DICOM PS3.3 sections C.7.6.17.3 (TILED_FULL: row by row, the first tile top left) and C.8.12.4.1.
// [impl->req~codec.edge-tiles~1]
record EdgeTiles(int rows, int columns, long matrixRows, long matrixColumns) {
    private static final int BLACK_LUMINANCE = 0;
    private static final byte NEUTRAL_CHROMINANCE = (byte) 128;

    /// For images that are no complete grid of tiles, one tile that is all inside.
    static EdgeTiles of(DataSet dataSet, PixelFormat format) {
        long rows = dataSet.integer(Tag.TOTAL_PIXEL_MATRIX_ROWS).orElse(0);
        long columns = dataSet.integer(Tag.TOTAL_PIXEL_MATRIX_COLUMNS).orElse(0);
        boolean full = dataSet.string(Tag.DIMENSION_ORGANIZATION_TYPE)
                .filter("TILED_FULL"::equals)
                .isPresent();
        return full && rows > 0 && columns > 0
                ? new EdgeTiles(format.rows(), format.columns(), rows, columns)
                : new EdgeTiles(format.rows(), format.columns(), format.rows(), format.columns());
    }

    /// The part of tile `frame` that is inside, as a format; `format` itself where all of it is.
    PixelFormat inside(int frame, PixelFormat format) {
        long across = (matrixColumns + columns - 1) / columns;
        long down = (matrixRows + rows - 1) / rows;
        long column = frame % across;
        long row = frame / across % down;
        int insideRows = (int) Math.min(rows, matrixRows - row * rows);
        int insideColumns = (int) Math.min(columns, matrixColumns - column * columns);
        return insideRows == rows && insideColumns == columns ? format : format.sized(insideRows, insideColumns);
    }

    /// The whole tile around its `inside`.
    StoredPixels filledUp(StoredPixels inside) {
        PixelFormat small = inside.format();
        PixelFormat whole = small.sized(rows, columns);
        int pixelBytes = small.samplesPerPixel() * small.bitsAllocated() / 8;
        byte[] bytes = new byte[Math.toIntExact(whole.frameBytes())];
        if (small.photometricInterpretation().startsWith("YBR")) {
            Arrays.fill(bytes, NEUTRAL_CHROMINANCE);
            for (int i = 0; i < bytes.length; i += 3) {
                bytes[i] = BLACK_LUMINANCE;
            }
        }
        int from = small.columns() * pixelBytes;
        for (int y = 0; y < small.rows(); y++) {
            System.arraycopy(inside.bytes(), y * from, bytes, y * columns * pixelBytes, from);
        }
        return new StoredPixels(whole, bytes);
    }
}
