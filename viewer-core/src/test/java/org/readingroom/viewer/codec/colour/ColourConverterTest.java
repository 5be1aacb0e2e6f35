package org.readingroom.viewer.codec.colour;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.readingroom.viewer.codec.CodecException;
import org.readingroom.viewer.codec.FrameReader;
import org.readingroom.viewer.codec.PixelFormat;
import org.readingroom.viewer.codec.StoredPixels;
import org.readingroom.viewer.dicom.DicomReader;
import org.readingroom.viewer.testing.SharedData;

final class ColourConverterTest {

    // [utest->req~codec.colour~1]
    @Test
    void everyYbrTripletIsWithinOneOfTheStandardsFormula() throws Exception {
        for (int y = 0; y < 256; y += 5) {
            for (int cb = 0; cb < 256; cb += 5) {
                for (int cr = 0; cr < 256; cr += 5) {
                    int argb = ColourConverter.argb(pixel("YBR_FULL", y, cb, cr))[0];
                    assertClose(y + 1.402 * (cr - 128), argb >> 16 & 0xFF);
                    assertClose(y - 0.344136 * (cb - 128) - 0.714136 * (cr - 128), argb >> 8 & 0xFF);
                    assertClose(y + 1.772 * (cb - 128), argb & 0xFF);
                }
            }
        }
    }

    @Test
    void partialRangeBlackAndWhiteAreBlackAndWhite() throws Exception {
        assertEquals(0xFF000000, ColourConverter.argb(pixel("YBR_PARTIAL_422", 16, 128, 128))[0]);
        assertEquals(0xFFFFFFFF, ColourConverter.argb(pixel("YBR_PARTIAL_422", 235, 128, 128))[0]);
    }

    @Test
    void anUnknownColourSpaceIsRefusedByName() {
        CodecException refused = assertThrows(CodecException.class, () -> ColourConverter.argb(pixel("HSV", 1, 2, 3)));
        assertEquals("viewer.codec.photometric-unknown", refused.messageKey());
        assertEquals("HSV", refused.messageArguments().getFirst());
    }

    @Test
    void paletteFramesTakeTheirColoursFromThePalette() {
        PixelFormat format = new PixelFormat(1, 3, 1, 8, 8, 7, false, "PALETTE COLOR", 0);
        int[] argb = ColourConverter.argb(new StoredPixels(format, new byte[] {0, 1, -1}), value -> 0xFF000000 | value);
        assertArrayEquals(new int[] {0xFF000000, 0xFF000001, 0xFF0000FF}, argb);
    }

    /// The digests are those of libjpeg-turbo's RGB output, from the table beside the files.
    @ParameterizedTest
    @CsvSource({
        "codec/misc/SC_rgb_dcmtk_ebcyn1.dcm, e0b1a561989d6f7148b4e4b0990c34751271852383a7135c8a620940f1744e06",
        "codec/misc/SC_rgb_dcmtk_ebcys4.dcm, ddb100d8f45a7fbf420e8ce5d1b376a5479f068c5109daac31eb982f662d228f",
        "codec/testpattern/TestPattern_JPEG-Baseline_YBR422.dcm,"
                + " f8b3f1c75e9ac773a200bba9ce94f8fd1df97d6f27d4e164af002ddcab6a025b",
        "modality/xc-jpeg-with-icon.dcm, 4584b7553aceb595693224c9fa8d6e9b679ae44f1780064d13a0e2c974395e3d"
    })
    void jpegColoursAreThoseOfLibjpeg(String path, String sha256) throws Exception {
        FrameReader reader = FrameReader.of(DicomReader.read(SharedData.path(path)));
        int[] argb = ColourConverter.argb(reader.frame(0));
        byte[] rgb = new byte[3 * argb.length];
        for (int i = 0; i < argb.length; i++) {
            rgb[3 * i] = (byte) (argb[i] >> 16);
            rgb[3 * i + 1] = (byte) (argb[i] >> 8);
            rgb[3 * i + 2] = (byte) argb[i];
        }
        assertEquals(
                sha256,
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(rgb)));
    }

    private static StoredPixels pixel(String photometric, int first, int second, int third) {
        PixelFormat format = new PixelFormat(1, 1, 3, 8, 8, 7, false, photometric, 0);
        return new StoredPixels(format, new byte[] {(byte) first, (byte) second, (byte) third});
    }

    private static void assertClose(double formula, int value) {
        assertTrue(Math.abs(Math.clamp(formula, 0, 255) - value) <= 1, () -> formula + " became " + value);
    }
}
