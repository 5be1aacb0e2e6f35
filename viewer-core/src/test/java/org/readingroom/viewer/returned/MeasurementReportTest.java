package org.readingroom.viewer.returned;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.readingroom.viewer.annotation.Annotation;
import org.readingroom.viewer.annotation.Measured;
import org.readingroom.viewer.annotation.Measurement;
import org.readingroom.viewer.annotation.Placement;
import org.readingroom.viewer.coded.InstanceReference;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.Dciodvfy;
import org.readingroom.viewer.dicom.DicomReader;
import org.readingroom.viewer.dicom.DicomWriter;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.Tools;
import org.readingroom.viewer.dicom.TransferSyntax;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.model.FrameRef;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.origin.NewUid;
import org.readingroom.viewer.origin.SourceImage;
import org.readingroom.viewer.origin.SourceImages;
import org.readingroom.viewer.origin.TestOrigin;
import org.readingroom.viewer.sr.ContentValue;
import org.readingroom.viewer.sr.DocumentWriter;
import org.readingroom.viewer.sr.MeasurementGroup;
import org.readingroom.viewer.sr.MeasurementGroups;
import org.readingroom.viewer.sr.StructuredReport;
import org.readingroom.viewer.sr.StructuredReportReader;

/// Marks that went through a report come back where and what they were.
class MeasurementReportTest {
    @TempDir
    Path folder;

    static List<String> names() {
        return Sources.names();
    }

    private static byte[] bytes(DataSet dataSet) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DicomWriter.write(out, dataSet, TransferSyntax.EXPLICIT_LITTLE_ENDIAN, Optional.empty());
        return out.toByteArray();
    }

    private static StructuredReport read(DataSet written) throws IOException, WorkstationException {
        return StructuredReportReader.read(DicomReader.read(bytes(written)).dataSet())
                .orElseThrow();
    }

    /// Graphic Data is single precision: 2^-24 of a coordinate below 4096 is a quarter of a
    /// thousandth of a pixel.
    private static final double SINGLE = 3e-4;

    // [utest->req~returned.report~1]
    // [utest->req~sr.write~1]
    @ParameterizedTest
    @MethodSource("names")
    void everyNumberAndPlaceIsReadBack(String name) throws IOException, WorkstationException {
        SourceImage image = Sources.image(name);
        List<ReportedMark> marks = Sources.marks(image);
        MeasurementReport report = MeasurementReport.of(marks, List.of(), new SourceImages(List.of(image)));
        StructuredReport read = read(report.write(image, TestOrigin.ORIGIN, List.of(), List.of()));
        assertEquals(List.of(), read.warningKeys());
        assertEquals(MeasurementReport.COMPREHENSIVE, read.sopClassUid(), "every mark lies on a frame");
        List<MeasurementGroup> groups = MeasurementGroups.of(read);
        List<ArchivedMark> shown = ArchivedMarks.of(read, TestOrigin.ORIGIN.instance());
        assertEquals(5, groups.size());
        assertEquals(6, shown.size(), "the diameters stand each beside its own line");
        ImageFrame frame = image.frames().getLast();
        for (int i = 0; i < 5; i++) {
            ReportedMark mark = marks.get(i);
            assertEquals(mark.name(), groups.get(i).trackingIdentifier());
            assertEquals(
                    NewUid.named(mark.annotation().id().value()), groups.get(i).trackingUid());
            List<Measurement> wanted = mark.measured().measurements();
            assertEquals(wanted.size(), groups.get(i).quantities().size());
            for (int j = 0; j < wanted.size(); j++) {
                MeasurementGroup.Quantity quantity = groups.get(i).quantities().get(j);
                double value = Double.parseDouble(quantity.value().number());
                assertEquals(wanted.get(j).value(), value, 1e-9 * Math.abs(value));
                assertEquals(
                        wanted.get(j).ucum(),
                        quantity.value().unit().orElseThrow().value());
            }
            assertEquals("李医生", shown.get(i).author());
            assertEquals("20260304", shown.get(i).date());
            FrameRef place = shown.get(i).shapes().getFirst().frame().orElseThrow();
            assertEquals(frame.ref(), place);
        }
        Annotation.Length length = (Annotation.Length) marks.getFirst().annotation();
        double x = frame.format().columns() / 2.0 - 3.3;
        double y = frame.format().rows() / 2.0 + 2.1;
        List<Vec3> line = shown.getFirst().shapes().getFirst().points();
        assertTrue(line.get(0).distanceTo(new Vec3(x, y, 0)) < SINGLE, line + " of " + length);
        assertTrue(line.get(1).distanceTo(new Vec3(x + 11, y + 7, 0)) < SINGLE);
        for (ArchivedMark diameter : shown.subList(4, 6)) {
            assertEquals(groups.get(4).trackingUid(), diameter.trackingUid());
            assertEquals(1, diameter.shapes().size());
            assertEquals(1, diameter.numbers().size());
        }
        for (int pair = 0; pair < 2; pair++) {
            List<MeasurementGroup.Region> own =
                    groups.get(4).quantities().get(pair).regions();
            assertEquals(1, own.size(), "each diameter rests on its own line");
            Vec3 end = ((ContentValue.Shape) own.getFirst().shape()).points().getFirst();
            assertEquals(pair == 0 ? y + 0.5 : y - 2.5, end.y(), SINGLE);
        }
        assertEquals(
                shown.get(3).shapes().getFirst().points().getFirst(),
                shown.get(3).shapes().getFirst().points().getLast());
        // every point of the ellipse fulfils its equation
        for (Vec3 p : shown.get(2).shapes().getFirst().points()) {
            assertEquals(1, Math.hypot((p.x() - x) / 8, (p.y() - y) / 4), 1e-4);
        }
    }

    // [utest->req~returned.report~1]
    @Test
    void aMarkOnAReformatIsWrittenInThePatient() throws IOException, InterruptedException, WorkstationException {
        SourceImage image = Sources.image("ct");
        ImageFrame frame = image.frames().getFirst();
        Placement.InPatient cut = new Placement.InPatient(
                image.series(),
                java.util.Objects.requireNonNull(frame.frameOfReference()),
                Vec3.ZERO,
                new Vec3(0, 1, 0),
                null,
                frame.ref());
        Annotation.Ellipse ellipse = new Annotation.Ellipse(
                Sources.id(1), cut, new Vec3(10.125, 0, 20.5), new Vec3(3, 0, 0), new Vec3(0, 0, 7.25), "");
        Annotation.Length length =
                new Annotation.Length(Sources.id(2), cut, new Vec3(1.5, 0, 2.5), new Vec3(4.5, 0, 6.5), "");
        MeasurementReport report = MeasurementReport.of(
                Sources.reported(List.of(ellipse, length), frame), List.of(), new SourceImages(List.of(image)));
        assertEquals(MeasurementReport.COMPREHENSIVE_3D, report.sopClassUid());
        DataSet written = report.write(image, TestOrigin.ORIGIN, List.of(), List.of());
        assertEquals(List.of(), Dciodvfy.errors(written));
        List<ArchivedMark> shown = ArchivedMarks.of(read(written), TestOrigin.ORIGIN.instance());
        ArchivedMark.Shape shape = shown.getFirst().shapes().getFirst();
        assertEquals(Optional.of(cut.frameOfReference()), shape.frameOfReference());
        for (Vec3 p : shape.points()) {
            assertEquals(1, Math.hypot((p.x() - 10.125) / 3, (p.z() - 20.5) / 7.25), 1e-5);
            assertEquals(0, p.y(), 1e-9);
        }
        assertEquals(
                List.of(new Vec3(1.5, 0, 2.5), new Vec3(4.5, 0, 6.5)),
                shown.get(1).shapes().getFirst().points());
        assertEquals(List.of("Length: 5 mm"), shown.get(1).numbers());
    }

    // [utest->req~returned.report~1]
    @Test
    void whatIsGoneIsCountedAndNotWritten() {
        SourceImage image = Sources.image("ct");
        ImageFrame frame = image.frames().getFirst();
        Placement gone = new Placement.OnFrame(image.series(), new FrameRef(new SopInstanceUid("2.25.99"), 0));
        Placement noSuchFrame = new Placement.OnFrame(image.series(), new FrameRef(image.instance(), 7));
        List<Annotation> marks = List.of(
                new Annotation.Length(Sources.id(1), gone, Vec3.ZERO, new Vec3(3, 4, 0), ""),
                new Annotation.Length(Sources.id(2), noSuchFrame, Vec3.ZERO, new Vec3(3, 4, 0), ""));
        SourceImages images = new SourceImages(List.of(image));
        MeasurementReport report = MeasurementReport.of(Sources.reported(marks, frame), List.of(), images);
        assertTrue(report.isEmpty());
        assertEquals(2, report.left());
        assertEquals(
                2,
                MarkedStates.of("", Sources.reported(marks, frame), List.of(), images, ref -> ImageLook.PLAIN)
                        .left());
    }

    // [utest->req~returned.report~1]
    @Test
    void aReportNamesItsPredecessorItsImagesAndThoseOfPriorStudies()
            throws IOException, InterruptedException, WorkstationException {
        SourceImage image = Sources.image("ct");
        SourceImage prior = Sources.image("pet");
        List<ReportedMark> marks = new ArrayList<>(Sources.marks(image));
        marks.addAll(Sources.reported(
                List.of(new Annotation.Length(
                        Sources.id(9),
                        Sources.placement(prior, prior.frames().getFirst()),
                        Sources.at(prior.frames().getFirst(), 20, 20),
                        Sources.at(prior.frames().getFirst(), 30, 20),
                        "")),
                prior.frames().getFirst()));
        MeasurementReport report = MeasurementReport.of(marks, List.of(), new SourceImages(List.of(image, prior)));
        ReportedRegion region = new ReportedRegion(
                "≥ 120 HU",
                "2.25.71",
                new InstanceReference("1.2.840.10008.5.1.4.1.1.66.4", new SopInstanceUid("2.25.72"), List.of()),
                1,
                image.series(),
                Optional.of(12.5));
        report = MeasurementReport.of(marks, List.of(region), new SourceImages(List.of(image, prior)));
        DataSet written = report.write(
                image,
                TestOrigin.ORIGIN,
                List.of(new org.readingroom.viewer.coded.SeriesReference(
                        image.study().value(), "2.25.73", List.of(region.segmentation()))),
                DocumentWriter.predecessor(
                        image.study().value(),
                        "2.25.61",
                        new InstanceReference(
                                MeasurementReport.COMPREHENSIVE, new SopInstanceUid("2.25.62"), List.of())));
        assertEquals(List.of(), Dciodvfy.errors(written));
        StructuredReport read = read(written);
        assertEquals(3, read.evidence().size(), "own series, the segmentation's and the prior's");
        assertEquals(image.study().value(), read.evidence().get(0).studyUid());
        assertEquals(prior.study().value(), read.evidence().get(2).studyUid());
        assertEquals(
                "2.25.62",
                written.item(0x0040A360)
                        .orElseThrow()
                        .item(Tag.REFERENCED_SERIES_SEQUENCE)
                        .orElseThrow()
                        .item(0x00081199)
                        .orElseThrow()
                        .string(Tag.REFERENCED_SOP_INSTANCE_UID)
                        .orElseThrow());
        MeasurementGroup volume = MeasurementGroups.of(read).getLast();
        assertEquals("12.5", volume.quantities().getFirst().value().number());
        assertEquals(
                "ml",
                volume.quantities().getFirst().value().unit().orElseThrow().value());
    }

    /// DCMTK reads the tree without a word of complaint and prints the numbers.
    // [utest->req~sr.write~1]
    @ParameterizedTest
    @MethodSource("names")
    void dcmtkOpensIt(String name) throws IOException, InterruptedException {
        SourceImage image = Sources.image(name);
        List<ReportedMark> marks = Sources.marks(image);
        DataSet written = MeasurementReport.of(marks, List.of(), new SourceImages(List.of(image)))
                .write(image, TestOrigin.ORIGIN, List.of(), List.of());
        Path file = folder.resolve("sr.dcm");
        Files.write(file, bytes(written));
        String said = Tools.output("dsrdump", "+Pc", "+Pu", file.toString());
        // of UTF-8 this judge says that it cannot check it
        assertFalse(
                said.lines()
                        .filter(line -> !line.contains("does not support this Specific Character Set"))
                        .anyMatch(line -> line.startsWith("E:") || line.startsWith("W:")),
                said);
        assertTrue(said.contains("肝左叶 S2"), said);
        assertTrue(said.contains("(410668003,SCT,\"Length\")"), said);
    }

    // [utest->req~returned.report~1]
    @Test
    void twoThousandMarksAreOneReportInReasonableTime() throws IOException, WorkstationException {
        SourceImage image = Sources.image("ct");
        ImageFrame frame = image.frames().getFirst();
        List<ReportedMark> marks = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            Annotation one = new Annotation.Length(
                    new org.readingroom.viewer.annotation.AnnotationId("mark " + i),
                    Sources.placement(image, frame),
                    Sources.at(frame, i % 50, i / 50.0),
                    Sources.at(frame, i % 50 + 2, i / 50.0),
                    "");
            marks.add(new ReportedMark(
                    one,
                    new Measured(one.id(), List.of(new Measurement(Measurement.Quantity.LENGTH, i, "mm")), List.of()),
                    "Length " + i,
                    List.of(),
                    List.of()));
        }
        long begun = System.nanoTime();
        StructuredReport read = read(MeasurementReport.of(marks, List.of(), new SourceImages(List.of(image)))
                .write(image, TestOrigin.ORIGIN, List.of(), List.of()));
        assertEquals(2000, ArchivedMarks.of(read, TestOrigin.ORIGIN.instance()).size());
        long seconds = (System.nanoTime() - begun) / 1_000_000_000;
        assertTrue(seconds < 60, seconds + " s");
    }
}
