package org.readingroom.viewer.phantom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.Tools;
import org.readingroom.viewer.geometry.Vec3;

// [utest->req~phantom.spine-mr~1]
// [utest->req~phantom.lesion-ct~1]
class SpineMrPhantomTest {
    private static final SpineMrPhantom SPINE = new SpineMrPhantom(0);

    @TempDir
    Path folder;

    private static int stored(SyntheticInstance instance, int columns, int column, int row) {
        ByteBuffer words = ByteBuffer.wrap(instance.pixels().bytes().toArray()).order(ByteOrder.LITTLE_ENDIAN);
        return words.getShort(2 * (row * columns + column));
    }

    /// The same place in the patient has the same tissue in both series.
    @Test
    void everyVertebraIsBoneInBothSeriesAndTheWayBetweenThemIsDisc() {
        SyntheticInstance middle = SPINE.instance(SpineMrPhantom.SAGITTAL / 2);
        Vec3 corner = SPINE.position(SpineMrPhantom.SAGITTAL / 2);
        assertEquals(0, corner.x());
        List<SpineAnatomy.Vertebra> all = SpineAnatomy.vertebrae();
        for (int i = 0; i < all.size(); i++) {
            Vec3 at = all.get(i).middle();
            int column = (int) Math.round(at.y() - corner.y());
            int row = (int) Math.round(corner.z() - at.z());
            assertEquals(430, stored(middle, 200, column, row), 1, all.get(i).name());
            if (i + 1 < all.size()) {
                SpineAnatomy.Vertebra next = all.get(i + 1);
                double disc = (at.z() - all.get(i).halfMm() + next.z() + next.halfMm()) / 2;
                int back = (int) Math.round(SpineAnatomy.depth(disc) - corner.y());
                assertEquals(720, stored(middle, 200, back, (int) Math.round(corner.z() - disc)), 1);
            }
        }
        for (int index = SpineMrPhantom.SAGITTAL; index < SPINE.size(); index++) {
            Vec3 axial = SPINE.position(index);
            boolean isBone = all.stream().anyMatch(v -> Math.abs(axial.z() - v.z()) < v.halfMm() - 1);
            boolean isDisc = all.stream().allMatch(v -> Math.abs(axial.z() - v.z()) > v.halfMm() + 1);
            int value = stored(SPINE.instance(index), 150, (int) Math.round(-axial.x() / 1.3), (int)
                    Math.round((SpineAnatomy.depth(axial.z()) - axial.y()) / 1.3));
            assertTrue((!isBone || Math.abs(value - 430) <= 1) && (!isDisc || Math.abs(value - 720) <= 1));
        }
    }

    @Test
    void bothSeriesShareOneFrameOfReferenceAndAreCompleteObjects() throws Exception {
        String reference =
                SPINE.instance(0).dataSet().string(Tag.FRAME_OF_REFERENCE_UID).orElseThrow();
        SyntheticInstance last = SPINE.instance(SPINE.size() - 1);
        assertEquals(
                reference, last.dataSet().string(Tag.FRAME_OF_REFERENCE_UID).orElseThrow());
        for (SyntheticInstance one : List.of(SPINE.instance(0), last, new LesionCtPhantom(true).instance(12))) {
            Path file = folder.resolve("image.dcm");
            Files.write(file, one.toBytes());
            String judged = Tools.output("dciodvfy", file.toString());
            assertFalse(judged.contains("Error"), judged);
        }
    }

    /// Counted on the pixels: half the way between the lesion's grey and that around it is its edge.
    @Test
    void lesionsAreAsLongAsTheyClaim() {
        for (boolean isLater : new boolean[] {false, true}) {
            LesionCtPhantom phantom = new LesionCtPhantom(isLater);
            Vec3 corner = phantom.position(12);
            SyntheticInstance slice = phantom.instance(12);
            for (LesionCtPhantom.Lesion lesion : phantom.lesions()) {
                int row = (int) Math.round((lesion.centre().y() - corner.y()) / 2);
                double around = lesion.name().equals("liver") ? 110 : -60;
                double across = 0;
                for (int column = 0; column < 160; column++) {
                    double x = corner.x() + column * 2;
                    if (Math.abs(x - lesion.centre().x()) < lesion.half().x() + 3) {
                        across += 2 * (stored(slice, 160, column, row) - 1024 - around) / (40 - around);
                    }
                }
                assertEquals(lesion.longestMm(), across, 0.6, lesion.name());
            }
        }
        assertEquals(
                new LesionCtPhantom(false).instance(0).dataSet().string(Tag.PATIENT_ID),
                new LesionCtPhantom(true).instance(0).dataSet().string(Tag.PATIENT_ID));
    }
}
