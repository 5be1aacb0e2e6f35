package org.readingroom.viewer.volume;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.readingroom.viewer.codec.NativeLayout;
import org.readingroom.viewer.codec.PixelFormat;
import org.readingroom.viewer.codec.StoredPixels;
import org.readingroom.viewer.codec.colour.ColourConverter;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.PixelScale;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.testing.TestFrames;

/// Colours by the equations of PS3.3 C.7.6.3.1.2, worked out by hand.
// [utest->req~view.colour~1]
class ColourConversionTest {
    @Test
    void everyPairOfSubsampledPixelsHasItsOwnColour() throws Exception {
        PixelFormat format = new PixelFormat(1, 4, 3, 8, 8, 7, false, "YBR_FULL_422", 0);
        // Y1 Y2 Cb Cr: two greys of 10 and 20, then two with Cr 128 + 50: red + 70, green - 36
        byte[] bytes = {10, 20, (byte) 128, (byte) 128, 100, 110, (byte) 128, (byte) 178};
        assertArrayEquals(
                new int[] {0xFF0A0A0A, 0xFF141414, 0xFFAA4064, 0xFFB44A6E},
                ColourConverter.argb(new NativeLayout(format).decode(bytes, 0)));
    }

    @Test
    void blueDifferenceIsBlueAndRedDifferenceRed() throws Exception {
        PixelFormat format = new PixelFormat(1, 2, 3, 8, 8, 7, false, "YBR_FULL", 0);
        // Cb + 50: blue + 88.6, green - 17.2; Cr + 50: red + 70.1, green - 35.7
        byte[] bytes = {100, (byte) 178, (byte) 128, 100, (byte) 128, (byte) 178};
        assertArrayEquals(new int[] {0xFF6453BD, 0xFFAA4064}, ColourConverter.argb(new StoredPixels(format, bytes)));
    }

    @Test
    void aFrameWithoutScaleKeepsTheTrueShapeOfItsPixels() {
        ImageFrame plain = new TestFrames(1, p -> 0).set().frames().getFirst();
        ImageFrame tall = new ImageFrame(
                plain.ref(),
                plain.format(),
                null,
                null,
                new PixelScale.None(2),
                plain.modalityLut(),
                plain.vois(),
                false,
                null,
                null,
                plain.regions(),
                plain.facts());
        Volume volume = FrameVolume.of(tall, GreySlice.of(3, 2, new short[6], 1, 0));
        assertEquals(new Vec3(1, 0, 0), volume.voxelToWorld().x());
        assertEquals(new Vec3(0, 2, 0), volume.voxelToWorld().y());
    }
}
