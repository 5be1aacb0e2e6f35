package org.readingroom.viewer.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.dicom.DicomFile;
import org.readingroom.viewer.dicom.DicomReader;
import org.readingroom.viewer.dicom.PixelData;
import org.readingroom.viewer.testing.SharedData;

final class EdgeTilesTest {
    private static final PixelFormat TILE = new PixelFormat(240, 240, 3, 8, 8, 7, false, "YBR_FULL_422", 0);

    @Test
    void onlyTilesThatReachOverTheMatrixAreSmaller() {
        EdgeTiles tiles = new EdgeTiles(240, 240, 2281, 3175);
        assertEquals(TILE, tiles.inside(0, TILE));
        assertEquals(TILE.sized(240, 55), tiles.inside(13, TILE));
        assertEquals(TILE.sized(121, 240), tiles.inside(126, TILE));
        assertEquals(TILE.sized(121, 55), tiles.inside(139, TILE));
        assertEquals(TILE.sized(240, 55), tiles.inside(140 + 13, TILE), "the next focal plane starts again");
    }

    // [utest->req~codec.edge-tiles~1]
    @Test
    void aTileCutAtTheMatrixLiesInItsCornerAndTheRestIsBlack() throws Exception {
        DicomFile file = DicomReader.read(SharedData.path("modality/sm-wsi-jpeg-140tiles.dcm"));
        FrameReader reader = FrameReader.of(file);
        byte[] stream = ((PixelData.Encapsulated) file.pixelData().orElseThrow())
                .fragments()
                .get(139)
                .toArray();
        Raster truth = raster(stream);
        assertEquals(55, truth.getWidth());
        assertEquals(121, truth.getHeight());
        byte[] ours = reader.frame(139).bytes();
        for (int y = 0; y < 240; y++) {
            for (int x = 0; x < 240; x++) {
                for (int band = 0; band < 3; band++) {
                    boolean inside = x < 55 && y < 121;
                    int expected = inside ? truth.getSample(x, y, band) : band == 0 ? 0 : 128;
                    assertEquals(expected, ours[3 * (240 * y + x) + band] & 0xFF, x + "," + y + " band " + band);
                }
            }
        }
    }

    @Test
    void aTileOfAnyOtherSizeIsRefused() throws Exception {
        DicomFile file = DicomReader.read(SharedData.path("modality/sm-wsi-jpeg-140tiles.dcm"));
        PixelData.Encapsulated data = (PixelData.Encapsulated) file.pixelData().orElseThrow();
        FragmentedFrames frames = new FragmentedFrames(
                data, 140, FrameDecoders.decoderFor(file.transferSyntax()), TILE, new EdgeTiles(240, 240, 2281, 3174));
        CodecException refused = assertThrows(CodecException.class, () -> frames.frame(13));
        assertEquals("viewer.codec.mismatch", refused.messageKey());
    }

    /// The samples as the JDK's own JPEG reader decodes them, without a change of colours.
    private static Raster raster(byte[] stream) throws Exception {
        ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(stream))) {
            reader.setInput(in);
            return reader.readRaster(0, null);
        } finally {
            reader.dispose();
        }
    }
}
