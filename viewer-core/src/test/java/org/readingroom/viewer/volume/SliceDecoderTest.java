package org.readingroom.viewer.volume;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.codec.CodecException;
import org.readingroom.viewer.codec.PixelFormat;
import org.readingroom.viewer.codec.StoredPixels;
import org.readingroom.viewer.display.FrameFacts;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.ModalityLut;
import org.readingroom.viewer.display.PaletteColor;
import org.readingroom.viewer.display.PixelPadding;
import org.readingroom.viewer.display.PixelScale;
import org.readingroom.viewer.display.ValueUnit;
import org.readingroom.viewer.model.FrameRef;
import org.readingroom.viewer.model.SopInstanceUid;

/// Stored values of every layout become the modality values the header means.
// [utest->req~view.grey-order~1]
class SliceDecoderTest {
    @Test
    void unsignedSixteenBitValuesKeepTheirFullRange() throws CodecException {
        assertModality(new double[] {0, 32768, 65535}, grey(format(16, 16, 15, false), lut(1, 0), 0, 32768, 65535));
    }

    @Test
    void signAndHighBitAreTakenFromTheHeader() throws CodecException {
        assertModality(
                new double[] {-1, -2048, 2047}, grey(format(16, 12, 11, true), lut(1, 0), 0x0FFF, 0x0800, 0x07FF));
        assertModality(
                new double[] {0x0ABC, 0, 0x0FFF}, grey(format(16, 12, 15, false), lut(1, 0), 0xABC7, 0x000F, 0xFFFF));
    }

    @Test
    void bitsAboveTheStoredOnesAreLeftOut() throws CodecException {
        assertModality(new double[] {5, 4095, 0}, grey(format(16, 12, 11, false), lut(1, 0), 0xF005, 0xFFFF, 0x3000));
    }

    @Test
    void slopeAndInterceptGiveTheModalityValue() throws CodecException {
        assertModality(
                new double[] {-1024, -24, 1023.5}, grey(format(16, 16, 15, false), lut(0.5, -1024), 0, 2000, 4095));
    }

    @Test
    void thirtyTwoBitValuesOfModestRangeStayExact() throws CodecException {
        GreySlice slice = grey(format(32, 32, 31, false), lut(1, 0), 3_000_000, 3_000_001, 3_065_535 - 1);
        assertEquals(1, slice.modalityValue(1, 0) - slice.modalityValue(0, 0));
        assertEquals(3_000_000, slice.modalityValue(0, 0));
    }

    @Test
    void unsignedThirtyTwoBitValuesAboveTheSignBitStayPositive() throws CodecException {
        // a dose grid scaled to the full range: 0, half, all of 2^32 - 1
        GreySlice slice = grey(format(32, 32, 31, false), lut(1e-8, 0), 0, Integer.MIN_VALUE, -1);
        assertEquals(0, slice.modalityValue(0, 0), 1e-3);
        assertEquals(21.47483648, slice.modalityValue(1, 0), 1e-3);
        assertEquals(42.94967295, slice.modalityValue(2, 0), 1e-3);
    }

    @Test
    void paddingFarFromTheValuesCostsThemNoDigits() throws CodecException {
        PixelFormat format = format(32, 32, 31, true);
        GreySlice slice = (GreySlice) SliceDecoder.slice(
                frame(format, lut(1, 0), new PixelPadding(Integer.MIN_VALUE, Integer.MIN_VALUE), null),
                pixels(format, Integer.MIN_VALUE, -700, 41));
        assertTrue(slice.isPadding(0, 0));
        assertEquals(-700, slice.modalityValue(1, 0));
        assertEquals(41, slice.modalityValue(2, 0));
        assertEquals(-700, slice.smallest());
    }

    @Test
    void aModalityTableIsAppliedBeforeAnythingIsInterpolated() throws CodecException {
        ModalityLut table = new ModalityLut.Table(10, new int[] {100, 40000, 65535}, ValueUnit.NONE);
        assertModality(new double[] {100, 40000, 65535}, grey(format(16, 16, 15, false), table, 10, 11, 99));
    }

    @Test
    void paddingIsMarkedAndKeptOutOfTheRange() throws CodecException {
        GreySlice slice = (GreySlice) SliceDecoder.slice(
                frame(format(16, 16, 15, true), lut(1, 0), new PixelPadding(-2000, -2000), null),
                pixels(format(16, 16, 15, true), -2000, -1000, 500));
        assertTrue(slice.isPadding(0, 0));
        assertFalse(slice.isPadding(1, 0));
        assertEquals(-1000, slice.smallest());
        GreySlice unpadded = (GreySlice) SliceDecoder.slice(
                frame(format(16, 16, 15, true), lut(1, 0), new PixelPadding(-2000, -2000), null),
                pixels(format(16, 16, 15, true), -5, -1000, 500));
        assertNull(unpadded.padding());
    }

    @Test
    void paddingOfUnsignedValuesMovesWithThem() throws CodecException {
        GreySlice slice = (GreySlice) SliceDecoder.slice(
                frame(format(16, 16, 15, false), lut(1, 0), new PixelPadding(60000, 65535), null),
                pixels(format(16, 16, 15, false), 59999, 60000, 65535));
        assertFalse(slice.isPadding(0, 0));
        assertTrue(slice.isPadding(1, 0));
        assertTrue(slice.isPadding(2, 0));
    }

    @Test
    void coloursBecomeRgb() throws CodecException {
        PixelFormat rgb = new PixelFormat(1, 2, 3, 8, 8, 7, false, "RGB", 0);
        Slice slice = SliceDecoder.slice(
                frame(rgb, lut(1, 0), null, null), new StoredPixels(rgb, new byte[] {1, 2, 3, -1, 0, 127}));
        assertArrayEquals(
                new int[] {0xFF010203, 0xFFFF007F},
                assertInstanceOf(ColourSlice.class, slice).argb());
        PixelFormat ybr = new PixelFormat(1, 1, 3, 8, 8, 7, false, "YBR_FULL", 0);
        Slice red = SliceDecoder.slice(
                frame(ybr, lut(1, 0), null, null), new StoredPixels(ybr, new byte[] {76, 85, (byte) 255}));
        // 76, 85, 255 is pure red by PS3.3 C.7.6.3.1.2, to rounding.
        assertArrayEquals(new int[] {0xFFFE0000}, ((ColourSlice) red).argb());
    }

    @Test
    void paletteColourGoesThroughItsTables() throws CodecException {
        PaletteColor palette = new PaletteColor(5, new byte[] {1, 2}, new byte[] {3, 4}, new byte[] {5, 6});
        Slice slice = SliceDecoder.slice(
                frame(format(16, 16, 15, false), lut(1, 0), null, palette), pixels(format(16, 16, 15, false), 0, 5, 6));
        assertArrayEquals(new int[] {0xFF010305, 0xFF010305, 0xFF020406}, ((ColourSlice) slice).argb());
    }

    @Test
    void tooFewBytesAreRefused() throws CodecException {
        PixelFormat format = format(16, 16, 15, false);
        ImageFrame frame = frame(format, lut(1, 0), null, null);
        assertThrows(
                IllegalArgumentException.class, () -> SliceDecoder.slice(frame, new StoredPixels(format, new byte[5])));
    }

    private static void assertModality(double[] expected, GreySlice slice) {
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], slice.modalityValue(i, 0), 1e-6 * Math.abs(expected[i]), "pixel " + i);
        }
    }

    private static GreySlice grey(PixelFormat format, ModalityLut lut, int... stored) throws CodecException {
        return (GreySlice) SliceDecoder.slice(frame(format, lut, null, null), pixels(format, stored));
    }

    private static ModalityLut lut(double slope, double intercept) {
        return new ModalityLut.Linear(slope, intercept, ValueUnit.HOUNSFIELD);
    }

    private static PixelFormat format(int allocated, int stored, int high, boolean signed) {
        return new PixelFormat(1, 3, 1, allocated, stored, high, signed, "MONOCHROME2", 0);
    }

    private static StoredPixels pixels(PixelFormat format, int... values) {
        ByteBuffer bytes =
                ByteBuffer.allocate(values.length * format.bitsAllocated() / 8).order(ByteOrder.LITTLE_ENDIAN);
        for (int value : values) {
            if (format.bitsAllocated() == 32) {
                bytes.putInt(value);
            } else {
                bytes.putShort((short) value);
            }
        }
        return new StoredPixels(format, bytes.array());
    }

    private static ImageFrame frame(
            PixelFormat format, ModalityLut lut, @Nullable PixelPadding padding, @Nullable PaletteColor palette) {
        return new ImageFrame(
                new FrameRef(new SopInstanceUid("2.25.1"), 0),
                format,
                null,
                null,
                PixelScale.None.SQUARE,
                lut,
                List.of(),
                false,
                padding,
                palette,
                List.of(),
                FrameFacts.NONE);
    }
}
