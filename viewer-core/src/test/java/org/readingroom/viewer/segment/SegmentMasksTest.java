package org.readingroom.viewer.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.readingroom.viewer.codec.FrameReader;
import org.readingroom.viewer.dicom.ByteSlice;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.dicom.DicomFile;
import org.readingroom.viewer.dicom.DicomReader;
import org.readingroom.viewer.dicom.PixelData;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.TransferSyntax;
import org.readingroom.viewer.dicom.Vr;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.mask.PatientMask;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.testing.SharedData;

/// Segmentations against what numpy counts in pydicom's pixels.
class SegmentMasksTest {
    /// Count of voxels (or the sum of parts), voxel volume in mm³ and centroid in mm, all by numpy.
    // [utest->req~segment.masks~1]
    // [utest->req~segment.read~1]
    @ParameterizedTest
    @CsvSource({
        "series/ct-3slice-with-seg/SEG-liver.dcm, 1, 107098, 0.65698643920900, -74.05705344, -33.26204082, -127.69945863",
        "modality/seg-liver-nonbyte.dcm, 1, 107098, 0.65698643920900, -74.05705344, -33.26204082, -127.69945863",
        "modality/seg-liver-rle.dcm, 1, 107098, 0.65698643920900, -74.05705344, -33.26204082, -127.69945863",
        "modality/seg-liver-deflatedframe.dcm, 1, 107098, 0.65698643920900, -74.05705344, -33.26204082, -127.69945863",
        "modality/seg-fractional.dcm, 1, 326.02352941, 0.29802291870, -121.69062197, -124.41906164, 104.47234193",
        "modality/seg-binary-overlap.dcm, 1, 64, 0.29802291870, -122.3144545, -125.4144605, 53.332497",
        "modality/seg-binary-overlap.dcm, 2, 16, 0.29802291870, -121.8261735, -124.9261795, 53.332497",
        "series/ct-3slice-with-seg/SEG-partial-overlaps.dcm, 3, 10743, 0.656986439209, -27.39628338, -28.09436445, -126.72267444",
        "series/ct-3slice-with-seg/SEG-partial-overlaps.dcm, 5, 4713, 0.656986439209, -99.419702, 69.82305108, -128.690002",
        "series/pet-wholebody-qin0024/SEG-tumor.dcm, 1, 54, 42.242027178793506, -12.81517763, -233.33477959, -420.2715",
        "series/pet-wholebody-qin0024/SEG-tumor.dcm, 2, 212, 42.242027178793506, -44.05168775, -222.69289449, -418.84520283"
    })
    void volumeAndPlaceAreNumpys(String path, int segment, double count, double voxelMm3, double x, double y, double z)
            throws WorkstationException {
        DicomFile file = DicomReader.read(SharedData.path(path));
        Segmentation segmentation = SegmentationReader.read(file);
        PatientMask mask = SegmentMasks.of(segmentation, FrameReader.of(file)).get(segment);
        // parts are kept in 255 steps: 128 of 255 is exact, so the sum is
        assertEquals(count * voxelMm3 / 1000, mask.volumeMl(), count * voxelMm3 / 1000 * 1e-6);
        Vec3 centroid = centroid(segmentation, segment, mask, file);
        assertEquals(0, centroid.distanceTo(new Vec3(x, y, z)), 1e-3, centroid + " of " + path);
    }

    private static Vec3 centroid(Segmentation segmentation, int segment, PatientMask mask, DicomFile file) {
        int columns = file.dataSet().integer(Tag.COLUMNS).orElseThrow();
        int rows = file.dataSet().integer(Tag.ROWS).orElseThrow();
        Vec3 sum = Vec3.ZERO;
        int found = 0;
        for (SegmentFrame frame : segmentation.frames()) {
            for (int i = 0; frame.segment().filter(n -> n == segment).isPresent() && i < rows * columns; i++) {
                Vec3 p = frame.plane().orElseThrow().toPatient(i % columns, i / columns);
                if (mask.coverage(p) > 0) {
                    sum = sum.plus(p);
                    found++;
                }
            }
        }
        return sum.times(1.0 / found);
    }

    // [utest->req~segment.read~1]
    @Test
    void coloursAreTheRecommendedOnes() throws WorkstationException {
        Segmentation segmentation = SegmentationReader.read(
                DicomReader.read(SharedData.path("series/ct-3slice-with-seg/SEG-partial-overlaps.dcm")));
        assertEquals("GREEN", segmentation.segments().getFirst().label());
        int green = segmentation.segments().getFirst().rgb();
        // the label says what the eye must see
        assertEquals(
                true, (green >> 8 & 0xFF) > (green >> 16 & 0xFF) + 40 && (green >> 8 & 0xFF) > (green & 0xFF) + 20);
    }

    // [utest->req~segment.masks~1]
    @Test
    void aLabelMapGivesEveryLabelItsOwnRegionAndNoBackground() throws WorkstationException {
        byte[] pixels = new byte[2 * 4 * 4];
        pixels[5] = 1;
        pixels[6] = 2;
        pixels[16 + 5] = 2;
        DicomFile file = labelMap(pixels);
        Segmentation segmentation = SegmentationReader.read(file);
        Map<Integer, PatientMask> masks = SegmentMasks.of(segmentation, FrameReader.of(file));
        assertEquals(List.of(1, 2), List.copyOf(masks.keySet()));
        // spacing 2 x 1.5, 3 mm apart
        assertEquals(9.0 / 1000, masks.get(1).volumeMl(), 1e-12);
        assertEquals(18.0 / 1000, masks.get(2).volumeMl(), 1e-12);
        assertEquals(255, masks.get(2).coverage(new Vec3(10 + 2 * 1.5, 20 + 2, 30)));
        assertEquals(0, masks.get(2).coverage(new Vec3(10 + 1.5, 20 + 2, 30)));
    }

    /// A frame a hundredth of a millimetre or two off its neighbour of another segment says nothing about
    /// spacing.
    // [utest->req~segment.masks~1]
    @Test
    void framesThatTremorPartsKeepTheirThickness() throws WorkstationException {
        byte[] pixels = new byte[4 * 4 * 4];
        pixels[5] = 1;
        pixels[16 + 5] = 1;
        pixels[32 + 5] = 1;
        pixels[48 + 6] = 2;
        DicomFile file = labelMap(pixels, 30, 33, 36, 36.02);
        Map<Integer, PatientMask> masks = SegmentMasks.of(SegmentationReader.read(file), FrameReader.of(file));
        assertEquals(3 * 9.0 / 1000, masks.get(1).volumeMl(), 1e-4);
        assertEquals(9.0 / 1000, masks.get(2).volumeMl(), 1e-4);
    }

    // [utest->req~segment.masks~1]
    @Test
    void aFileCutShortIsRefusedNotHalved() throws WorkstationException {
        DicomFile file = labelMap(new byte[16]);
        Segmentation segmentation = SegmentationReader.read(file);
        assertThrows(WorkstationException.class, () -> SegmentMasks.of(segmentation, FrameReader.of(file)));
    }

    // [utest->req~segment.read~1]
    @Test
    void anUnknownTypeIsRefusedInWords() {
        DicomFile file = labelMap(new byte[32]);
        DataSet odd = DataSetBuilder.create()
                .addAll(file.dataSet())
                .text(SegmentTag.SEGMENTATION_TYPE, Vr.CS, "CLOUD")
                .build();
        SegmentationException refused = assertThrows(
                SegmentationException.class,
                () -> SegmentationReader.read(
                        new DicomFile(file.fileMeta(), odd, file.transferSyntax(), file.pixelData(), List.of())));
        assertEquals("viewer.segment.type-unknown", refused.messageKey());
        assertFalse(refused.messageKey().isEmpty());
    }

    /// Two frames of 4 x 4 labels at z 30 and 33.
    private static DicomFile labelMap(byte[] pixels) {
        return labelMap(pixels, 30, 33);
    }

    private static DicomFile labelMap(byte[] pixels, double... heights) {
        DataSetBuilder data = DataSetBuilder.create()
                .text(Tag.SOP_CLASS_UID, Vr.UI, "1.2.840.10008.5.1.4.1.1.66.7")
                .text(Tag.SOP_INSTANCE_UID, Vr.UI, "2.25.77")
                .text(Tag.FRAME_OF_REFERENCE_UID, Vr.UI, "2.25.78")
                .integers(Tag.ROWS, Vr.US, 4)
                .integers(Tag.COLUMNS, Vr.US, 4)
                .integers(Tag.SAMPLES_PER_PIXEL, Vr.US, 1)
                .text(Tag.PHOTOMETRIC_INTERPRETATION, Vr.CS, "MONOCHROME2")
                .integers(Tag.BITS_ALLOCATED, Vr.US, 8)
                .integers(Tag.BITS_STORED, Vr.US, 8)
                .integers(Tag.HIGH_BIT, Vr.US, 7)
                .integers(Tag.PIXEL_REPRESENTATION, Vr.US, 0)
                .integers(Tag.NUMBER_OF_FRAMES, Vr.IS, heights.length)
                .text(SegmentTag.SEGMENTATION_TYPE, Vr.CS, "LABELMAP")
                .sequence(Tag.SEGMENT_SEQUENCE, List.of(segment(0), segment(1), segment(2), segment(3)))
                .sequence(
                        Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE,
                        List.of(DataSetBuilder.create()
                                .sequence(
                                        Tag.PIXEL_MEASURES_SEQUENCE,
                                        List.of(DataSetBuilder.create()
                                                .decimals(Tag.PIXEL_SPACING, Vr.DS, 2, 1.5)
                                                .build()))
                                .sequence(
                                        Tag.PLANE_ORIENTATION_SEQUENCE,
                                        List.of(DataSetBuilder.create()
                                                .decimals(Tag.IMAGE_ORIENTATION_PATIENT, Vr.DS, 1, 0, 0, 0, 1, 0)
                                                .build()))
                                .build()))
                .sequence(
                        Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE,
                        Arrays.stream(heights)
                                .mapToObj(SegmentMasksTest::position)
                                .toList());
        return new DicomFile(
                DataSetBuilder.create().build(),
                data.build(),
                TransferSyntax.EXPLICIT_LITTLE_ENDIAN,
                Optional.of(
                        new PixelData.Native(Tag.PIXEL_DATA, Vr.OB, ByteSlice.of(pixels), 16L * heights.length, false)),
                List.of());
    }

    private static DataSet position(double z) {
        return DataSetBuilder.create()
                .sequence(
                        Tag.PLANE_POSITION_SEQUENCE,
                        List.of(DataSetBuilder.create()
                                .decimals(Tag.IMAGE_POSITION_PATIENT, Vr.DS, 10, 20, z)
                                .build()))
                .build();
    }

    private static DataSet segment(int number) {
        return DataSetBuilder.create()
                .integers(Tag.SEGMENT_NUMBER, Vr.US, number)
                .text(Tag.SEGMENT_LABEL, Vr.LO, "Segment " + number)
                .build();
    }
}
