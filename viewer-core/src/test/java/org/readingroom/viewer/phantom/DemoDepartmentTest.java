package org.readingroom.viewer.phantom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DicomFile;
import org.readingroom.viewer.dicom.DicomReader;
import org.readingroom.viewer.dicom.PixelData;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.Tools;
import org.readingroom.viewer.geometry.Vec3;

// [utest->req~phantom.department~1]
// [utest->req~phantom.ct-chest~1]
// [utest->req~phantom.mr-head~1]
// [utest->req~phantom.cr-pair~1]
class DemoDepartmentTest {
    @TempDir
    Path folder;

    static List<SyntheticStudy> studies() {
        return DemoDepartment.studies();
    }

    @ParameterizedTest
    @MethodSource("studies")
    void instancesAreCompleteObjectsByTheJudgementOfOthers(SyntheticStudy study) throws Exception {
        for (int index : new TreeSet<>(List.of(0, study.size() / 2, study.size() - 1))) {
            Path file = folder.resolve("image.dcm");
            Files.write(file, study.instance(index).toBytes());
            DicomFile read = DicomReader.read(file);
            assertEquals(List.of(), read.defects());
            assertTrue(read.dataSet().string(Tag.SOP_INSTANCE_UID).orElseThrow().startsWith("2.25."));
            assertTrue(read.dataSet().string(Tag.PATIENT_NAME).orElseThrow().contains("演示"));
            String judged = Tools.output("dciodvfy", file.toString());
            assertFalse(judged.contains("Error"), judged);
        }
    }

    @Test
    void noTwoInstancesShareAnIdentifierAndEveryRunMakesTheSame() {
        Set<String> seen = new HashSet<>();
        Set<String> people = new HashSet<>();
        for (SyntheticStudy study : DemoDepartment.studies()) {
            for (int index = 0; index < study.size(); index += Math.max(1, study.size() / 4)) {
                assertTrue(seen.add(uid(study.instance(index).dataSet())));
            }
            people.add(study.instance(0).dataSet().string(Tag.PATIENT_ID).orElseThrow());
        }
        assertEquals(
                DemoDepartment.studies().size() - 2, people.size(), "the chest CT and the radiograph have a prior");
        assertArrayEquals(
                CtChestPhantom.coarse().instance(30).toBytes(),
                CtChestPhantom.coarse().instance(30).toBytes());
    }

    private static String uid(DataSet data) {
        return data.string(Tag.SOP_INSTANCE_UID).orElseThrow();
    }

    /// Density, place and size of every nodule, from the stored values of its slices alone.
    @Test
    void nodulesHaveTheDensityPlaceAndVolumeTheyClaim() {
        CtChestPhantom phantom = new CtChestPhantom(512, 130, 0.7, 2, 0);
        for (Nodule nodule : phantom.nodules()) {
            double lung = -860;
            double sum = 0;
            Vec3 centre = Vec3.ZERO;
            double reach = nodule.diameterMm() / 2 + 1.5;
            for (int slice = 0; slice < phantom.size(); slice++) {
                Vec3 corner = phantom.position(slice);
                if (Math.abs(corner.z() - nodule.centre().z()) > reach) {
                    continue;
                }
                float[] values = phantom.hounsfield(slice);
                for (int i = 0; i < values.length; i++) {
                    Vec3 place = corner.plus(new Vec3(i % 512 * 0.7, i / 512 * 0.7, 0));
                    double distance = place.distanceTo(nodule.centre());
                    if (distance < nodule.diameterMm() / 2 - 0.36) {
                        assertEquals(nodule.hounsfield(), values[i], 0.01, nodule.label());
                    }
                    if (distance < nodule.diameterMm() / 2) {
                        double share = (values[i] - lung) / (nodule.hounsfield() - lung);
                        sum += share;
                        centre = centre.plus(place.times(share));
                    }
                }
            }
            assertTrue(sum > 3, nodule.label() + " is in the picture");
            double volume = sum * 0.7 * 0.7 * 2;
            // The outermost half pixel is partly lung; two slices of a small nodule sample it coarsely.
            assertEquals(nodule.volumeMm3(), volume, 0.35 * nodule.volumeMm3(), nodule.label());
            Vec3 off = centre.times(1 / sum).minus(nodule.centre());
            assertEquals(0, Math.hypot(off.x(), off.y()), 0.35, nodule.label());
            assertEquals(0, off.z(), 1, nodule.label());
        }
    }

    /// The prior's stored values alone say where its nodules are: what lies at the place of A is denser than lung, and
    /// as far from the centre as the nodule of today reaches there is lung again.
    // [utest->req~phantom.ct-chest-prior~1]
    @Test
    void thePriorHasSmallerNodulesElsewhereInAnotherFrameOfReference() {
        CtChestPhantom prior =
                new CtChestPhantom(256, 84, 1.45, 3, 0, CtChestPhantom.prior().visit());
        Nodule now = CtChestPhantom.standard().nodules().getFirst();
        Nodule then = prior.nodules().getFirst();
        assertEquals(new Vec3(-82, -19, 43), then.centre());
        assertTrue(now.diameterMm() > then.diameterMm());
        int slice = (int) Math.round((then.centre().z() - prior.position(0).z()) / 3);
        assertEquals(then.hounsfield(), at(prior, slice, then.centre()), 1);
        assertTrue(at(prior, slice, then.centre().plus(new Vec3(0, -6, 0))) < -700, "today's nodule reaches here");
        String reference = "0020,0052";
        assertFalse(
                prior.instance(0)
                        .dataSet()
                        .string(Tag.FRAME_OF_REFERENCE_UID)
                        .equals(CtChestPhantom.coarse().instance(0).dataSet().string(Tag.FRAME_OF_REFERENCE_UID)),
                reference);
        assertEquals(
                CtChestPhantom.coarse().instance(0).dataSet().string(Tag.PATIENT_ID),
                prior.instance(0).dataSet().string(Tag.PATIENT_ID));
    }

    private static float at(CtChestPhantom phantom, int slice, Vec3 place) {
        Vec3 off = place.minus(phantom.position(slice));
        int column = (int) Math.round(off.x() / phantom.spacingMm());
        int row = (int) Math.round(off.y() / phantom.spacingMm());
        return phantom.hounsfield(slice)[row * phantom.size1d() + column];
    }

    @Test
    void storedValuesAreHounsfieldUnitsAfterTheRescale() {
        CtChestPhantom phantom = CtChestPhantom.coarse();
        SyntheticInstance instance = phantom.instance(32);
        float[] hounsfield = phantom.hounsfield(32);
        PixelData.Native pixels = instance.pixels();
        ByteBuffer words = ByteBuffer.wrap(pixels.bytes().toArray()).order(ByteOrder.LITTLE_ENDIAN);
        double intercept = instance.dataSet().decimal(Tag.RESCALE_INTERCEPT).orElseThrow();
        for (int i = 0; i < hounsfield.length; i++) {
            assertEquals(hounsfield[i], words.getShort(2 * i) + intercept, 0.51);
        }
    }

    @Test
    void theNoduleIsBrighterThanItsSurroundingsInBothRadiographsAndGrew() {
        double current = contrast(CrChestPhantom.current());
        double prior = contrast(CrChestPhantom.prior());
        assertTrue(current > prior && prior > 20, current + " and " + prior);
    }

    private static double contrast(CrChestPhantom phantom) {
        float[] with = phantom.stored();
        float[] without = new CrChestPhantom(1024, 0.34, 1e-3, phantom.isPrior()).stored();
        double[] centre = phantom.noduleCentre();
        int at = (int) Math.round(centre[1]) * 1024 + (int) Math.round(centre[0]);
        return (phantom.isPrior() ? -1 : 1) * (with[at] - without[at]);
    }
}
