package org.readingroom.viewer.sr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.readingroom.assets.Messages;
import org.readingroom.viewer.coded.InstanceReference;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.dicom.DicomException;
import org.readingroom.viewer.dicom.DicomReader;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.Vr;
import org.readingroom.viewer.model.FrameRef;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.outline.OutlineNode;
import org.readingroom.viewer.outline.OutlineText;
import org.readingroom.viewer.testing.SharedData;

class StructuredReportReaderTest {
    private final OutlineText english = new OutlineText(Messages.of(Locale.ENGLISH));

    // [utest->req~sr.tree~1]
    @Test
    void aNumberShowsItsUnitAndWhyItIsMissing() {
        DataSet measured = number("15.6", "mm", "UCUM", "millimeter").build();
        DataSet hounsfield =
                number("-119.07", "[hnsf'U]", "UCUM", "Hounsfield Unit").build();
        DataSet missing = item("NUM", "Length")
                .sequence(SrTag.NUMERIC_VALUE_QUALIFIER_CODE_SEQUENCE, List.of(code("114000", "DCM", "Not a number")))
                .build();
        StructuredReport report = StructuredReportReader.read(
                        container(List.of(measured, hounsfield, missing)).build())
                .orElseThrow();
        List<String> lines = english.lines(StructuredReportOutline.of(report));
        assertEquals(List.of("Report", "  Length: 15.6 mm", "  Length: -119.07 HU", "  Length: Not a number"), lines);
    }

    // [utest->req~sr.tree~1]
    @Test
    void aCircleIsNotFollowedAndAnItemBelowIsFound() {
        DataSet up = reference(1, 1).build();
        DataSet across = reference(1, 2).build();
        DataSet nowhere = reference(1, 9).build();
        DataSet first = item("CONTAINER", "First")
                .sequence(Tag.CONTENT_SEQUENCE, List.of(up, across, nowhere))
                .build();
        StructuredReport report = StructuredReportReader.read(
                        container(List.of(first, number("3", "mm", "UCUM", "mm").build()))
                                .build())
                .orElseThrow();
        List<ContentItem> references = report.root().children().getFirst().children();
        assertEquals(
                new ContentValue.ByReference("1.1", false), references.get(0).value());
        assertEquals(
                new ContentValue.ByReference("1.2", true), references.get(1).value());
        assertEquals(
                new ContentValue.ByReference("1.9", false), references.get(2).value());
        assertEquals(List.of("viewer.sr.reference-circle", "viewer.sr.reference-nowhere"), report.warningKeys());
    }

    // [utest->req~sr.tree~1]
    @Test
    void aTreeDeeperThanAnyTemplateIsCutAndSaysSo() {
        DataSet inner = number("1", "mm", "UCUM", "mm").build();
        for (int i = 0; i < StructuredReportReader.DEEPEST + 5; i++) {
            inner = item("CONTAINER", "Level")
                    .sequence(Tag.CONTENT_SEQUENCE, List.of(inner))
                    .build();
        }
        StructuredReport report =
                StructuredReportReader.read(container(List.of(inner)).build()).orElseThrow();
        assertEquals(StructuredReportReader.DEEPEST, report.root().all().count());
        assertEquals(List.of("viewer.sr.too-deep"), report.warningKeys());
    }

    // [utest->req~sr.tree~1]
    @Test
    void aValueThatCannotBeReadStandsThereAsSuch() {
        DataSet odd = item("SCOORD", "Outline")
                .text(Tag.GRAPHIC_TYPE, Vr.CS, "POLYLINE")
                .decimals(Tag.GRAPHIC_DATA, Vr.FL, 1, 2, 3)
                .build();
        DataSet unknown = item("HOLOGRAM", "Thing").build();
        StructuredReport report = StructuredReportReader.read(
                        container(List.of(odd, unknown)).build())
                .orElseThrow();
        assertEquals(
                List.of(new ContentValue.Unreadable("SCOORD"), new ContentValue.Unreadable("HOLOGRAM")),
                report.root().children().stream().map(ContentItem::value).toList());
    }

    // [utest->req~sr.key-objects~1]
    @Test
    void aKeyObjectSelectionGivesItsTitleItsWordsAndItsImages() throws DicomException {
        KeyObjects keys = KeyObjects.of(DicomReader.read(SharedData.path("document/kos-of-interest.dcm"))
                        .dataSet())
                .orElseThrow();
        // dsrdump: <CONTAINER:(113000,DCM,"Of Interest")…>, one TEXT, three IMAGE
        assertEquals("113000", keys.title().value());
        assertEquals("关键图像：右肺下叶结节（测试文本）", keys.description());
        assertEquals(3, keys.references().size());
        assertFalse(keys.isRejection());
        InstanceReference first = keys.references().getFirst();
        assertTrue(keys.covers(new FrameRef(first.instance(), 0)));
        assertFalse(keys.covers(new FrameRef(new SopInstanceUid("2.25.1"), 0)));
    }

    // [utest->req~sr.key-objects~1]
    @Test
    void framesAreMeantOneByOne() {
        InstanceReference some = new InstanceReference("", new SopInstanceUid("2.25.5"), List.of(2, 7));
        assertTrue(some.covers(new FrameRef(new SopInstanceUid("2.25.5"), 1)));
        assertFalse(some.covers(new FrameRef(new SopInstanceUid("2.25.5"), 2)));
    }

    // [utest->req~sr.measurement-groups~1]
    @Test
    void measurementGroupsTellWhatWasMeasuredWhere() throws DicomException {
        // the expected values are what dsrdump prints for the file
        List<MeasurementGroup> groups = MeasurementGroups.of(
                StructuredReportReader.read(DicomReader.read(SharedData.path("document/sr-tid1500-highdicom.dcm"))
                                .dataSet())
                        .orElseThrow());
        assertEquals(4, groups.size());
        MeasurementGroup nodule = groups.get(1);
        assertEquals("LungNodule0001", nodule.trackingIdentifier());
        assertEquals("Nodule", nodule.finding().orElseThrow().meaning());
        assertEquals("Lung", nodule.findingSites().getFirst().meaning());
        assertEquals("10.0", nodule.quantities().getFirst().value().number());
        assertEquals(
                "mm",
                nodule.quantities().getFirst().value().unit().orElseThrow().unit());
        ContentValue.Shape circle = assertInstanceOf(
                ContentValue.Shape.class, nodule.regions().getFirst().shape());
        assertEquals(GraphicType.CIRCLE, circle.type());
        assertTrue(nodule.regions().getFirst().image().isPresent());
        assertInstanceOf(
                ContentValue.Shape3d.class, groups.get(3).regions().getFirst().shape());
    }

    // [utest->req~sr.measurement-groups~1]
    @Test
    void aShapeUnderItsNumberBelongsToTheNumber() throws DicomException {
        MeasurementGroup group = MeasurementGroups.of(
                        StructuredReportReader.read(DicomReader.read(SharedData.path("document/sr-tid1500-zh.dcm"))
                                        .dataSet())
                                .orElseThrow())
                .getFirst();
        assertEquals("病灶-1", group.trackingIdentifier());
        assertEquals("15.6", group.quantities().getFirst().value().number());
        assertEquals(1, group.quantities().getFirst().regions().size());
    }

    // [utest->req~sr.tree~1]
    @Test
    void scriptsGetCodesBesideTheWords() {
        OutlineNode outline = StructuredReportOutline.of(StructuredReportReader.read(container(
                                List.of(number("3", "mm", "UCUM", "millimeter").build()))
                        .build())
                .orElseThrow());
        Object children = english.map(outline).get("children");
        Map<?, ?> number = (Map<?, ?>) ((List<?>) assertInstanceOf(List.class, children)).getFirst();
        assertEquals("3", number.get("number"));
        assertEquals("mm", number.get("unit"));
        assertEquals("1.1", number.get("path"));
    }

    private static DataSetBuilder container(List<DataSet> content) {
        return DataSetBuilder.create()
                .text(Tag.VALUE_TYPE, Vr.CS, "CONTAINER")
                .sequence(Tag.CONCEPT_NAME_CODE_SEQUENCE, List.of(code("1", "99T", "Report")))
                .sequence(Tag.CONTENT_SEQUENCE, content);
    }

    private static DataSetBuilder item(String type, String name) {
        return DataSetBuilder.create()
                .text(Tag.RELATIONSHIP_TYPE, Vr.CS, "CONTAINS")
                .text(Tag.VALUE_TYPE, Vr.CS, type)
                .sequence(Tag.CONCEPT_NAME_CODE_SEQUENCE, List.of(code("2", "99T", name)));
    }

    private static DataSetBuilder number(String number, String unit, String scheme, String meaning) {
        return item("NUM", "Length")
                .sequence(
                        Tag.MEASURED_VALUE_SEQUENCE,
                        List.of(DataSetBuilder.create()
                                .text(Tag.NUMERIC_VALUE, Vr.DS, number)
                                .sequence(Tag.MEASUREMENT_UNITS_CODE_SEQUENCE, List.of(code(unit, scheme, meaning)))
                                .build()));
    }

    private static DataSetBuilder reference(long... place) {
        return DataSetBuilder.create()
                .text(Tag.RELATIONSHIP_TYPE, Vr.CS, "INFERRED FROM")
                .integers(SrTag.REFERENCED_CONTENT_ITEM_IDENTIFIER, Vr.UL, place);
    }

    private static DataSet code(String value, String scheme, String meaning) {
        return DataSetBuilder.create()
                .text(Tag.CODE_VALUE, Vr.SH, value)
                .text(Tag.CODING_SCHEME_DESIGNATOR, Vr.SH, scheme)
                .text(Tag.CODE_MEANING, Vr.LO, meaning)
                .build();
    }
}
