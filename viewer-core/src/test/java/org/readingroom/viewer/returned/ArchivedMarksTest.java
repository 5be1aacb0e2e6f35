package org.readingroom.viewer.returned;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.readingroom.viewer.coded.CodedEntry;
import org.readingroom.viewer.coded.InstanceReference;
import org.readingroom.viewer.dicom.DicomReader;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.model.FrameOfReferenceUid;
import org.readingroom.viewer.model.FrameRef;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.sr.ContentItem;
import org.readingroom.viewer.sr.ContentValue;
import org.readingroom.viewer.sr.GraphicType;
import org.readingroom.viewer.sr.Relationship;
import org.readingroom.viewer.sr.SrCode;
import org.readingroom.viewer.sr.StructuredReport;
import org.readingroom.viewer.sr.StructuredReportReader;
import org.readingroom.viewer.testing.SharedData;

/// Reports of other houses, good and bad.
// [utest->req~returned.archived~1]
class ArchivedMarksTest {
    private static final SopInstanceUid DOCUMENT = new SopInstanceUid("2.25.1");
    private static final SopInstanceUid IMAGE = new SopInstanceUid("2.25.2");

    private static StructuredReport report(List<ContentItem> group, ContentItem... context) {
        ContentItem measured = ReportItems.container(Relationship.CONTAINS, SrCode.MEASUREMENT_GROUP, "", group);
        java.util.ArrayList<ContentItem> children = new java.util.ArrayList<>(List.of(context));
        children.add(measured);
        ContentItem root = ReportItems.container(Relationship.ROOT, SrCode.MEASUREMENT_REPORT, "1500", children);
        return new StructuredReport("", "1500", "20250407", "", "", "", "", List.of(), root, List.of(), List.of());
    }

    private static ContentItem number(String number, Optional<CodedEntry> unit, ContentItem... children) {
        return ReportItems.item(
                Relationship.CONTAINS,
                SrCode.sct("410668003", "Length"),
                new ContentValue.Numeric(number, unit, Optional.empty()),
                List.of(children));
    }

    private static ContentItem shape(GraphicType type, List<Vec3> points, List<Integer> frames) {
        ContentItem image = new ContentItem(
                "",
                Relationship.SELECTED_FROM,
                Optional.empty(),
                new ContentValue.Image(new InstanceReference("1.2", IMAGE, frames), List.of()),
                List.of());
        return ReportItems.item(
                Relationship.INFERRED_FROM, SrCode.PATH, new ContentValue.Shape(type, points), List.of(image));
    }

    private static final List<Vec3> LINE = List.of(new Vec3(0.5, 0.5, 0), new Vec3(10.5, 0.5, 0));

    @Test
    void aNumberInAUnitNobodyKnowsIsShownAsItIsWritten() {
        CodedEntry furlong = new CodedEntry("[fur_us]", "UCUM", "", "furlong");
        ArchivedMark mark = ArchivedMarks.of(
                        report(
                                List.of(number(
                                        "3.00000", Optional.of(furlong), shape(GraphicType.POLYLINE, LINE, List.of()))),
                                ReportItems.text(Relationship.HAS_OBS_CONTEXT, SrCode.DEVICE_OBSERVER_NAME, "Box 7")),
                        DOCUMENT)
                .getFirst();
        assertEquals(List.of("Length: 3 furlong"), mark.numbers());
        assertEquals("Box 7", mark.author());
        assertEquals("20250407", mark.date());
        assertEquals(
                List.of(new ArchivedMark.Shape(
                        Optional.of(new FrameRef(IMAGE, 0)), Optional.empty(), List.of(Vec3.ZERO, new Vec3(10, 0, 0)))),
                mark.shapes());
        assertEquals(
                List.of("Length: twelve"),
                ArchivedMarks.of(
                                report(List.of(number(
                                        "twelve", Optional.empty(), shape(GraphicType.POLYLINE, LINE, List.of())))),
                                DOCUMENT)
                        .getFirst()
                        .numbers());
    }

    @Test
    void aShapeWithoutAnImageIsNoMarkAndOneOnTwoFramesIsOnBoth() {
        ContentItem nowhere = ReportItems.item(
                Relationship.INFERRED_FROM, SrCode.PATH, new ContentValue.Shape(GraphicType.POLYLINE, LINE), List.of());
        assertEquals(List.of(), ArchivedMarks.of(report(List.of(number("1", Optional.empty(), nowhere))), DOCUMENT));
        assertEquals(List.of(), ArchivedMarks.of(report(List.of(number("1", Optional.empty()))), DOCUMENT));
        ArchivedMark both = ArchivedMarks.of(
                        report(List.of(
                                number("1", Optional.empty(), shape(GraphicType.POLYLINE, LINE, List.of(3, 5))))),
                        DOCUMENT)
                .getFirst();
        assertEquals(
                List.of(new FrameRef(IMAGE, 2), new FrameRef(IMAGE, 4)),
                both.shapes().stream().map(shape -> shape.frame().orElseThrow()).toList());
    }

    /// 52 mm on frame 10 and 31 mm on frame 50 of one finding.
    @Test
    void aNumberStandsBesideItsOwnShapeOnly() {
        ContentItem first = number("52", Optional.empty(), shape(GraphicType.POLYLINE, LINE, List.of(10)));
        ContentItem second = number("31", Optional.empty(), shape(GraphicType.POLYLINE, LINE, List.of(50)));
        ContentItem third = number("7", Optional.empty(), shape(GraphicType.POLYLINE, LINE, List.of(50)));
        ContentItem bare = number("4", Optional.empty());
        assertEquals(
                Map.of(9, List.of("Length: 52"), 49, List.of("Length: 31", "Length: 7")),
                byFrame(List.of(first, second, third, bare)),
                "nobody says beside which line the last belongs");
        assertEquals(
                Map.of(9, List.of("Length: 52"), 2, List.of("Length: 4")),
                byFrame(List.of(shape(GraphicType.POLYGON, LINE, List.of(3)), first, bare)));
        assertEquals(Map.of(9, List.of("Length: 52", "Length: 4")), byFrame(List.of(first, bare)), "the one place");
        ContentItem lost = ReportItems.item(
                Relationship.CONTAINS, SrCode.PATH, new ContentValue.Shape(GraphicType.POLYLINE, LINE), List.of());
        assertEquals(Map.of(9, List.of("Length: 52")), byFrame(List.of(lost, first, bare)), "its place is lost");
    }

    private static Map<Integer, List<String>> byFrame(List<ContentItem> group) {
        return ArchivedMarks.of(report(group), DOCUMENT).stream()
                .collect(Collectors.toMap(
                        mark -> mark.shapes().getFirst().frame().orElseThrow().frame(), ArchivedMark::numbers));
    }

    @Test
    void pointsAreNotJoinedAndAShapeOfTooFewPointsIsNoEllipse() {
        List<ArchivedMark.Shape> points = ArchivedMarks.of(
                        report(List.of(number("1", Optional.empty(), shape(GraphicType.MULTIPOINT, LINE, List.of())))),
                        DOCUMENT)
                .getFirst()
                .shapes();
        assertEquals(2, points.size());
        assertEquals(1, points.getFirst().points().size());
        assertEquals(
                2,
                ArchivedMarks.of(
                                report(List.of(
                                        number("1", Optional.empty(), shape(GraphicType.ELLIPSE, LINE, List.of())))),
                                DOCUMENT)
                        .getFirst()
                        .shapes()
                        .size());
    }

    @Test
    void aShapeInThePatientKeepsItsFrameOfReference() {
        FrameOfReferenceUid reference = new FrameOfReferenceUid("2.25.9");
        ContentItem spatial = ReportItems.item(
                Relationship.INFERRED_FROM,
                SrCode.PATH,
                new ContentValue.Shape3d(
                        GraphicType.POLYGON,
                        Optional.of(reference),
                        List.of(new Vec3(1, 2, 3), new Vec3(4, 2, 3), new Vec3(4, 6, 3))),
                List.of());
        ArchivedMark.Shape shape = ArchivedMarks.of(report(List.of(number("1", Optional.empty(), spatial))), DOCUMENT)
                .getFirst()
                .shapes()
                .getFirst();
        assertEquals(Optional.of(reference), shape.frameOfReference());
        assertEquals(4, shape.points().size(), "it closes");
        assertEquals(new Vec3(1, 2, 3), shape.points().getLast());
    }

    @ParameterizedTest
    @CsvSource({
        "4.025316455696, 4.025",
        "0.190277523323, 0.1903",
        "12345.678, 12346",
        "100, 100",
        "1E2, 100",
        "-3.20, -3.2",
        "0, 0",
        "0.00001234, 0.00001234"
    })
    void numbersHaveFourDigitsThatCount(String written, String shown) {
        assertEquals(shown, ShortNumber.of(written));
    }

    /// Three rulers of 4.03 mm, as dsrdump prints them.
    @ParameterizedTest
    @CsvSource({
        "sr-tid1500-ruler.dcm, 3, Length: 4.025 mm, 3.41139, 5.3481",
        "sr-tid1500-ellipse.dcm, 3, Long axis: 3.19 mm, 0, 0"
    })
    void reportsOfAnotherHouseAreFound(String name, int count, String words, double x, double y)
            throws WorkstationException {
        StructuredReport report = StructuredReportReader.read(
                        DicomReader.read(SharedData.path("document/" + name)).dataSet())
                .orElseThrow();
        List<ArchivedMark> marks = ArchivedMarks.of(report, DOCUMENT);
        assertEquals(count, marks.size());
        assertEquals(words, marks.getLast().numbers().getFirst());
        if (x > 0) {
            Vec3 start = marks.getFirst().shapes().getFirst().points().getFirst();
            assertTrue(start.distanceTo(new Vec3(x, y, 0)) < 1e-3, start.toString());
        }
    }
}
