package org.readingroom.viewer.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.dicom.DicomReader;
import org.readingroom.viewer.testing.SharedData;

final class StoredValuesTest {

    // [utest->req~codec.masked-values~1]
    @Test
    void bitsAboveTheStoredOnesNeverReachAValue() {
        byte[] bytes = words(0xF123, 0x0FFF, 0x7800);
        assertArrayEquals(new int[] {0x123, 0xFFF, 0x800}, StoredValues.ints(pixels(16, 12, 11, false, bytes)));
        assertArrayEquals(new int[] {0x123, -1, -2048}, StoredValues.ints(pixels(16, 12, 11, true, bytes)));
    }

    @Test
    void storedBitsAtTheTopOfTheirWordAreShiftedDown() {
        byte[] bytes = words(0xABC5, 0x123F, 0x8000);
        assertArrayEquals(new int[] {0xABC, 0x123, 0x800}, StoredValues.ints(pixels(16, 12, 15, false, bytes)));
        assertArrayEquals(new int[] {-0x544, 0x123, -0x800}, StoredValues.ints(pixels(16, 12, 15, true, bytes)));
    }

    @Test
    void aScannersDirtyHighBitsDoNotChangeItsPicture() throws Exception {
        int[] clean = values("modality/bits-12of16-unsigned.dcm");
        int[] dirty = values("modality/bits-12of16-unsigned-dirty.dcm");
        assertTrue(Arrays.stream(dirty).allMatch(value -> value >= 0 && value <= 4095));
        assertTrue(Arrays.stream(clean).allMatch(value -> value >= 0 && value <= 4095));
        int[] signed = values("modality/bits-12of16-signed-dirty.dcm");
        assertTrue(Arrays.stream(signed).allMatch(value -> value >= -2048 && value <= 2047));
        assertEquals(clean.length, signed.length);
    }

    @Test
    void floatingPointPixelsComeOutAsTheyAre() {
        byte[] bytes = ByteBuffer.allocate(12)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putFloat(1.5f)
                .putFloat(-2.25f)
                .putFloat(Float.MAX_VALUE)
                .array();
        StoredPixels pixels = pixels(32, 0, -1, true, bytes);
        assertArrayEquals(new double[] {1.5, -2.25, Float.MAX_VALUE}, StoredValues.doubles(pixels));
        assertThrows(IllegalArgumentException.class, () -> StoredValues.ints(pixels));
    }

    @Test
    void thirtyTwoUnsignedBitsKeepTheirSizeAsDoubles() {
        byte[] bytes = ByteBuffer.allocate(12)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(-1)
                .putInt(7)
                .putInt(Integer.MIN_VALUE)
                .array();
        assertArrayEquals(
                new double[] {4294967295.0, 7, 2147483648.0}, StoredValues.doubles(pixels(32, 32, 31, false, bytes)));
    }

    private static int[] values(String path) throws Exception {
        return StoredValues.ints(
                FrameReader.of(DicomReader.read(SharedData.path(path))).frame(0));
    }

    private static byte[] words(int... words) {
        ByteBuffer buffer = ByteBuffer.allocate(2 * words.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int word : words) {
            buffer.putShort((short) word);
        }
        return buffer.array();
    }

    private static StoredPixels pixels(int allocated, int stored, int highBit, boolean signed, byte[] bytes) {
        PixelFormat format = new PixelFormat(1, 3, 1, allocated, stored, highBit, signed, "MONOCHROME2", 0);
        return new StoredPixels(format, bytes);
    }
}
