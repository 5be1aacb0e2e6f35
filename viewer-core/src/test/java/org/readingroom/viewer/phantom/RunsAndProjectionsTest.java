package org.readingroom.viewer.phantom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.Tag;

/// What the pictures of several frames and the projections claim, read from their stored values.
class RunsAndProjectionsTest {
    // [utest->req~phantom.angiogram~1]
    @Test
    void aFrameLessTheMaskIsTheContrastAlone() {
        AngiogramPhantom phantom = new AngiogramPhantom(128, 16, 1.6, 0);
        int[] stored = words(phantom.instance(0));
        int pixels = 128 * 128;
        int reached = 0;
        for (int frame : new int[] {0, 1, 4, 9, 15}) {
            float[] contrast = phantom.contrastMm(frame);
            for (int i = 0; i < pixels; i++) {
                double mask = (stored[i] + stored[pixels + i]) / 2.0;
                assertEquals(AngiogramPhantom.CONTRAST * contrast[i], stored[frame * pixels + i] - mask, 1.01);
                reached += contrast[i] > 1 ? 1 : 0;
                assertTrue(frame > 1 || contrast[i] == 0, "the mask is without contrast");
            }
        }
        assertTrue(reached > 500, "contrast is seen");
        DataSet mask = phantom.instance(0)
                .dataSet()
                .item(PhantomTag.MASK_SUBTRACTION_SEQUENCE)
                .orElseThrow();
        assertArrayEquals(new int[] {1, 2}, mask.integers(PhantomTag.MASK_FRAME_NUMBERS));
    }

    // [utest->req~phantom.ultrasound~1]
    @Test
    void theArteryIsAsWideAsItClaimsInEveryFrame() {
        CarotidPhantom phantom = CarotidPhantom.standard();
        byte[] bytes = phantom.instance(0).pixels().bytes().toArray();
        double narrowest = 10;
        double widest = 0;
        for (int frame = 0; frame < 20; frame++) {
            double widthMm = lumenRows(bytes, frame, (int) Math.round(phantom.axisRow())) * 0.1;
            // Half a pixel at either wall, and the blood's own speckle.
            assertEquals(phantom.diameterMm(frame), widthMm, 0.25, "frame " + frame);
            narrowest = Math.min(narrowest, widthMm);
            widest = Math.max(widest, widthMm);
        }
        assertTrue(widest - narrowest > 0.4, "it beats: " + narrowest + " to " + widest);
    }

    // [utest->req~phantom.spectrum~1]
    @Test
    void theSpectrumReachesTheVelocityThatItClaims() {
        byte[] bytes = new CarotidSpectrumPhantom().instance(0).pixels().bytes().toArray();
        double fastest = 0;
        for (int column = 40; column < 600; column++) {
            int row = 250;
            while ((bytes[(row * 640 + column) * 3] & 0xFF) < 60) {
                row++;
            }
            double highest = (CarotidSpectrumPhantom.BASELINE - row) * 0.8;
            // a row is 0.8 cm/s; its speckle may hide the first few
            assertEquals(CarotidSpectrumPhantom.velocity(column), highest, 4, "column " + column);
            fastest = Math.max(fastest, CarotidSpectrumPhantom.velocity(column));
        }
        // its peak falls between two columns
        assertEquals(90, fastest, 1);
    }

    /// Rows of the left edge that hold no wall: from the axis up and down to what is brighter than blood.
    private static int lumenRows(byte[] bytes, int frame, int axis) {
        int rows = 0;
        for (int step = -1; step <= 1; step += 2) {
            int row = step < 0 ? axis : axis + 1;
            while (brightness(bytes, frame, row) < 36) {
                row += step;
                rows++;
            }
        }
        return rows;
    }

    private static int brightness(byte[] bytes, int frame, int row) {
        int sum = 0;
        for (int column = 0; column < 6; column++) {
            sum += bytes[((frame * 360 + row) * 480 + column) * 3] & 0xFF;
        }
        return sum / 6;
    }

    // [utest->req~phantom.bone-scan~1]
    @Test
    void countsScatterAsCountsDoAndTheirSumIsInTheHeader() {
        BoneScanPhantom phantom = new BoneScanPhantom(390, 128, 4.6);
        SyntheticInstance instance = phantom.instance(0);
        int[] stored = words(instance);
        int half = stored.length / 2;
        float[] front = phantom.expected(false);
        float[] back = phantom.expected(true);
        long total = 0;
        double scatter = 0;
        int looked = 0;
        for (int i = 0; i < stored.length; i++) {
            total += stored[i];
            float expected = i < half ? front[i] : back[i - half];
            if (i % 97 == 0 && expected > 2) {
                scatter += (stored[i] - expected) * (stored[i] - expected) / expected;
                looked++;
            }
        }
        assertEquals(
                total, instance.dataSet().integer(PhantomTag.COUNTS_ACCUMULATED).orElseThrow());
        assertEquals(1, scatter / looked, 0.35, "variance over mean of " + looked + " pixels");
    }

    // [utest->req~phantom.mammogram~1]
    // [utest->req~phantom.hand~1]
    @Test
    void breastsHangTowardsEachOthersChestWallAndOnlyTheLeftHasTheMass() {
        MammogramPhantom phantom = MammogramPhantom.standard();
        for (int index = 0; index < 4; index++) {
            DataSet image = phantom.instance(index).dataSet();
            boolean left = image.string(Tag.IMAGE_LATERALITY).orElseThrow().equals("L");
            float[] values = phantom.stored(index);
            int middle = 480 * 720;
            assertEquals(left, values[middle + 5] > 300, "the left one's chest wall is at the left");
            assertEquals(left, values[middle + 714] == 0);
            assertEquals(
                    left ? "A" : "P", image.strings(Tag.PATIENT_ORIENTATION).getFirst());
            if (left) {
                double[] mass = phantom.massCentre(index);
                int at = (int) mass[1] * 720 + (int) mass[0];
                int wide = 40;
                float beside = Math.max(values[at - wide], values[at + wide]);
                assertTrue(values[at] > beside + 300, "the mass is brighter than what is beside it: " + beside);
            }
        }
        DataSet hand = HandPhantom.standard().instance(0).dataSet();
        assertEquals("R", hand.string(Tag.IMAGE_LATERALITY).orElseThrow());
    }

    private static int[] words(SyntheticInstance instance) {
        ByteBuffer words = ByteBuffer.wrap(instance.pixels().bytes().toArray()).order(ByteOrder.LITTLE_ENDIAN);
        int[] values = new int[words.remaining() / 2];
        for (int i = 0; i < values.length; i++) {
            values[i] = words.getShort(2 * i) & 0xFFFF;
        }
        return values;
    }
}
