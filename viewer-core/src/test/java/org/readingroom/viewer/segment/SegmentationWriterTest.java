package org.readingroom.viewer.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.codec.FrameReader;
import org.readingroom.viewer.dicom.Dciodvfy;
import org.readingroom.viewer.dicom.DicomFile;
import org.readingroom.viewer.dicom.DicomReader;
import org.readingroom.viewer.dicom.DicomWriter;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.geometry.ImagePlane;
import org.readingroom.viewer.geometry.PixelSpacing;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.mask.BitMask;
import org.readingroom.viewer.mask.PatientMask;
import org.readingroom.viewer.mask.PlacedMask;
import org.readingroom.viewer.mask.PolygonMask;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.origin.SourceImage;
import org.readingroom.viewer.origin.SourceImages;
import org.readingroom.viewer.origin.TestOrigin;
import org.readingroom.viewer.phantom.CtChestPhantom;

/// Regions that went through a segmentation come back bit for bit.
class SegmentationWriterTest {
    private static final List<SourceImage> IMAGES = new ArrayList<>();

    @BeforeAll
    static void draw() {
        CtChestPhantom study = CtChestPhantom.coarse();
        for (int i = 8; i < 14; i++) {
            IMAGES.add(TestOrigin.image(study.instance(i)));
        }
    }

    private static ImageFrame frame(int slice) {
        return IMAGES.get(slice).frames().getFirst();
    }

    /// A ball of 22 mm around a point, as a formula says it, on the grid of the images.
    private static List<PlacedMask> ball(Vec3 middle, int first, int last) {
        List<PlacedMask> masks = new ArrayList<>();
        for (int slice = first; slice <= last; slice++) {
            ImageFrame frame = frame(slice);
            ImagePlane plane = Objects.requireNonNull(frame.plane());
            java.util.BitSet bits = new java.util.BitSet();
            int columns = frame.format().columns();
            for (int row = 0; row < frame.format().rows(); row++) {
                for (int column = 0; column < columns; column++) {
                    bits.set(row * columns + column, isIn(plane.toPatient(column, row), middle));
                }
            }
            masks.add(new PlacedMask(plane, new BitMask(columns, frame.format().rows(), bits)));
        }
        return masks;
    }

    private static boolean isIn(Vec3 p, Vec3 middle) {
        return p.distanceTo(middle) <= 22;
    }

    private static DicomFile written(List<NewSegment> segments) {
        return SegmentationWriter.write(
                "肝",
                segments,
                Objects.requireNonNull(frame(0).frameOfReference()),
                TestOrigin.ORIGIN,
                new SourceImages(IMAGES));
    }

    private static DicomFile again(DicomFile file) throws IOException, WorkstationException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DicomWriter.write(out, file.dataSet(), file.transferSyntax(), file.pixelData());
        return DicomReader.read(out.toByteArray());
    }

    // [utest->req~segment.write~1]
    @Test
    void everyPixelOfTwoSegmentsIsReadBackWhereItWas() throws IOException, InterruptedException, WorkstationException {
        Vec3 middle = Objects.requireNonNull(frame(2).plane()).toPatient(60, 70);
        Vec3 other = Objects.requireNonNull(frame(3).plane()).toPatient(40, 50);
        List<NewSegment> segments = List.of(
                new NewSegment("≥ 120 HU", "Region growing", 0x40C060, "2.25.81", ball(middle, 1, 4)),
                new NewSegment("左叶", "", 0xC04060, "2.25.82", ball(other, 2, 5)));
        DicomFile file = written(segments);
        assertEquals(List.of(), Dciodvfy.errors(file.dataSet(), file.pixelData()));
        DicomFile read = again(file);
        Segmentation segmentation = SegmentationReader.read(read);
        assertEquals(List.of(), segmentation.warningKeys());
        assertEquals(Segmentation.Kind.BINARY, segmentation.kind());
        assertEquals(8, segmentation.frames().size());
        assertEquals("≥ 120 HU", segmentation.segments().get(0).label());
        assertEquals("SEMIAUTOMATIC", segmentation.segments().get(0).algorithmType());
        assertEquals("Region growing", segmentation.segments().get(0).algorithmName());
        assertEquals("2.25.81", segmentation.segments().get(0).trackingUid());
        assertEquals(0x40C060, segmentation.segments().get(0).rgb());
        assertEquals("左叶", segmentation.segments().get(1).label());
        assertEquals("MANUAL", segmentation.segments().get(1).algorithmType());
        for (int i = 0; i < 8; i++) {
            SegmentFrame frame = segmentation.frames().get(i);
            int slice = i < 4 ? 1 + i : i - 2;
            assertEquals(
                    IMAGES.get(slice).instance(),
                    frame.sources().getFirst().instance(),
                    "frame " + i + " names the image it lies on");
        }
        Map<Integer, PatientMask> masks = SegmentMasks.of(segmentation, FrameReader.of(read));
        assertEquals(2, masks.size());
        for (int slice = 0; slice < IMAGES.size(); slice++) {
            ImagePlane plane = Objects.requireNonNull(frame(slice).plane());
            for (int row = 0; row < 128; row++) {
                for (int column = 0; column < 128; column++) {
                    Vec3 p = plane.toPatient(column, row);
                    boolean isFirst = slice >= 1 && slice <= 4 && isIn(p, middle);
                    boolean isSecond = slice >= 2 && isIn(p, other);
                    assertEquals(isFirst, masks.get(1).coverage(p) > 0);
                    assertEquals(isSecond, masks.get(2).coverage(p) > 0);
                }
            }
        }
        double mm3 = frame(0).spacing().orElseThrow().rowMm()
                * frame(0).spacing().orElseThrow().columnMm()
                * Math.abs(Objects.requireNonNull(frame(0).plane())
                        .position()
                        .distanceTo(Objects.requireNonNull(frame(1).plane()).position()));
        long pixels = Math.round(ball(middle, 1, 4).stream()
                .mapToDouble(one -> one.mask().covered())
                .sum());
        assertEquals(pixels * mm3 / 1000, masks.get(1).volumeMl(), 1e-6);
    }

    // [utest->req~segment.write~1]
    @Test
    void slicesOfAnotherGridAreRefused() {
        PlacedMask one = ball(Vec3.ZERO, 0, 0).getFirst();
        ImagePlane plane = one.plane();
        PlacedMask coarse = new PlacedMask(
                new ImagePlane(plane.position(), plane.rowDirection(), plane.columnDirection(), new PixelSpacing(9, 9)),
                one.mask());
        assertThrows(
                IllegalArgumentException.class,
                () -> written(List.of(new NewSegment("", "", 0, "2.25.83", List.of(one, coarse)))));
    }

    // [utest->req~mask.polygon~1]
    @Test
    void aPolygonHoldsThePixelsWhoseCentresLieInIt() {
        // a triangle, held against the signs of its three sides
        List<Vec3> corners = List.of(new Vec3(3.2, 1.4, 0), new Vec3(28.7, 9.1, 0), new Vec3(10.3, 25.6, 0));
        BitMask mask = PolygonMask.of(32, 30, corners);
        int inside = 0;
        for (int row = 0; row < 30; row++) {
            for (int column = 0; column < 32; column++) {
                boolean isIn = true;
                for (int i = 0; i < 3; i++) {
                    Vec3 a = corners.get(i);
                    Vec3 b = corners.get((i + 1) % 3);
                    isIn &= (b.x() - a.x()) * (row - a.y()) - (b.y() - a.y()) * (column - a.x()) > 0;
                }
                inside += isIn ? 1 : 0;
                assertEquals(isIn, mask.coverage(column, row) > 0, column + ", " + row);
            }
        }
        assertTrue(inside > 200);
        assertEquals(
                10 * 10,
                PolygonMask.of(
                                20,
                                20,
                                List.of(
                                        new Vec3(-0.5, -0.5, 0),
                                        new Vec3(9.5, -0.5, 0),
                                        new Vec3(9.5, 9.5, 0),
                                        new Vec3(-0.5, 9.5, 0)))
                        .covered());
        assertThrows(IllegalArgumentException.class, () -> PolygonMask.of(9, 9, corners.subList(0, 2)));
    }
}
