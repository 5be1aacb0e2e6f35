package org.readingroom.viewer.phantom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.nuclear.SuvBasis;
import org.readingroom.viewer.nuclear.SuvReader;

// [utest->req~phantom.pet-ct~1]
class PetCtPhantomTest {
    private static final PetCtPhantom PHANTOM = new PetCtPhantom(128, 96, 3.2, 5, 0);

    /// From what the file holds alone: stored values, slope, dose, weight and times.
    @Test
    void hotSpotsHaveTheUptakeTheyClaim() throws Exception {
        for (HotSpot spot : PHANTOM.hotSpots()) {
            int met = 0;
            for (int slice = 0; slice < 96; slice++) {
                Vec3 corner = PHANTOM.petPosition(slice);
                if (Math.abs(corner.z() - spot.centre().z()) > spot.diameterMm() / 2) {
                    continue;
                }
                SyntheticInstance instance = PHANTOM.instance(96 + slice);
                double factor = factor(instance.dataSet());
                assertEquals(factor, SuvReader.factor(List.of(instance.dataSet()), SuvBasis.BODY_WEIGHT), 1e-12);
                float[] becquerel = values(instance);
                for (int i = 0; i < becquerel.length; i++) {
                    Vec3 place = corner.plus(new Vec3(i % 128 * 3.2, i / 128 * 3.2, 0));
                    double distance = place.distanceTo(spot.centre());
                    if (distance < spot.diameterMm() / 2 - PetCtPhantom.PET_BLUR_MM / 2 - 0.1) {
                        assertEquals(spot.suv(), becquerel[i] * factor, 2e-3, spot.label());
                        met++;
                    }
                }
            }
            assertTrue(met > 3, spot.label() + " is in the picture");
        }
    }

    /// SUV = value / (dose · 2^(-wait/half-life)) · weight, with the numbers of the header.
    private static double factor(DataSet image) {
        DataSet drug = image.item(Tag.RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE).orElseThrow();
        assertEquals("BQML", image.string(Tag.UNITS).orElseThrow());
        assertEquals("081500", drug.string(Tag.RADIOPHARMACEUTICAL_START_TIME).orElseThrow());
        assertEquals("091500", image.string(Tag.SERIES_TIME).orElseThrow());
        double dose = drug.decimal(Tag.RADIONUCLIDE_TOTAL_DOSE).orElseThrow();
        double halfLife = drug.decimal(Tag.RADIONUCLIDE_HALF_LIFE).orElseThrow();
        double grams = image.decimal(Tag.PATIENT_WEIGHT).orElseThrow() * 1000;
        return grams / (dose * Math.exp(-Math.log(2) * 3600 / halfLife));
    }

    @Test
    void theTwoSeriesLieInOnePlaceAndNothingElseIsAsHot() {
        DataSet ct = PHANTOM.instance(40).dataSet();
        DataSet pet = PHANTOM.instance(136).dataSet();
        assertEquals(ct.string(Tag.FRAME_OF_REFERENCE_UID), pet.string(Tag.FRAME_OF_REFERENCE_UID));
        assertEquals(ct.decimals(Tag.IMAGE_POSITION_PATIENT)[2], pet.decimals(Tag.IMAGE_POSITION_PATIENT)[2]);
        for (int slice = 40; slice < 96; slice++) {
            for (float value : PHANTOM.suv(slice)) {
                assertTrue(value <= 9.0001, "above the bladder the first spot is the hottest");
            }
        }
    }

    private static float[] values(SyntheticInstance instance) {
        ByteBuffer words = ByteBuffer.wrap(instance.pixels().bytes().toArray()).order(ByteOrder.LITTLE_ENDIAN);
        double slope = instance.dataSet().decimal(Tag.RESCALE_SLOPE).orElseThrow();
        float[] values = new float[words.remaining() / 2];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) ((words.getShort(2 * i) & 0xFFFF) * slope);
        }
        return values;
    }
}
