package org.readingroom.desktop.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.readingroom.viewer.annotation.Annotation;
import org.readingroom.viewer.annotation.AnnotationDocument;
import org.readingroom.viewer.annotation.Measurement;
import org.readingroom.viewer.annotation.Measurement.Quantity;
import org.readingroom.viewer.annotation.Placement;
import org.readingroom.viewer.viewport.PlaneKind;
import org.readingroom.viewer.viewport.ViewPresentation;

/// In which pictures a mark is drawn, shown and measured.
class MarkPlanesTest extends MarkHands {
    @Test
    void scrollingAwayGivesUpAMarkHalfDrawn() {
        desk.marks.toolProperty().set(ToolKind.LENGTH);
        hand.click(view, 100, 100);
        hand.follow(view, 150, 150);
        FakeView next = desk.slice0to9(5);
        hand.click(next, 200, 200);
        hand.click(next, 250, 200);
        assertEquals(1, desk.marks.annotations().size());
        assertEquals(
                next.frame().orElseThrow().ref(),
                desk.marks
                        .annotations()
                        .getFirst()
                        .placement()
                        .referencedFrame()
                        .orElseThrow());
        assertEquals(10, value(Quantity.LENGTH), 1e-9);
    }

    // [utest->req~tools.shown-where-they-belong~1]
    @Test
    void aMarkIsShownOnItsSliceAndOnTheReformatOfItsPlaneOnly() {
        desk.marks.toolProperty().set(ToolKind.LENGTH);
        hand.drag(view, 100, 150, 160, 230);
        for (int i = 0; i < FakeDesk.SLICES; i++) {
            assertEquals(i == 4 ? 1 : 0, desk.scene(desk.slice0to9(i)).items().size(), "slice " + i);
        }
        int shown = 0;
        for (int i = 0; i < FakeDesk.SLICES; i++) {
            FakeView axial = FakeView.cut(desk, PlaneKind.AXIAL, i);
            boolean isThere = Math.abs(axial.viewPlane().centre().z() - 108) < 1;
            assertEquals(isThere ? 1 : 0, desk.scene(axial).items().size(), "axial cut " + i);
            shown += isThere ? 1 : 0;
        }
        assertEquals(1, shown);
        assertEquals(
                0, desk.scene(FakeView.cut(desk, PlaneKind.CORONAL, 30)).items().size());
        assertEquals(
                0,
                desk.scene(FakeView.cut(desk, PlaneKind.SAGITTAL, 30)).items().size());
    }

    @Test
    void aMarkDrawnOnAReformatThroughASliceBelongsToTheSliceAndMeasuresTheSame() {
        desk.marks.toolProperty().set(ToolKind.ELLIPSE);
        int at = -1;
        for (int i = 0; i < FakeDesk.SLICES; i++) {
            at = Math.abs(FakeView.cut(desk, PlaneKind.AXIAL, i)
                                            .viewPlane()
                                            .centre()
                                            .z()
                                    - 108)
                            < 1e-6
                    ? i
                    : at;
        }
        FakeView axial = FakeView.cut(desk, PlaneKind.AXIAL, at);
        hand.drag(axial, 150, 160, 250, 240);
        assertEquals(
                view.frame().orElseThrow().ref(),
                desk.marks
                        .annotations()
                        .getFirst()
                        .placement()
                        .referencedFrame()
                        .orElseThrow());
        double mean = value(Quantity.MEAN);
        double area = value(Quantity.AREA);
        desk.marks.undo();
        hand.drag(view, 150, 160, 250, 240);
        assertEquals(mean, value(Quantity.MEAN), 1e-9);
        assertEquals(area, value(Quantity.AREA), 1e-9);
    }

    @Test
    void aMarkOnACoronalCutLivesInItsPlane() {
        desk.marks.toolProperty().set(ToolKind.LENGTH);
        FakeView coronal = FakeView.cut(desk, PlaneKind.CORONAL, 30);
        hand.drag(coronal, 100, 200, 200, 200);
        Annotation drawn = desk.marks.annotations().getFirst();
        Placement.InPatient in = assertInstanceOf(Placement.InPatient.class, drawn.placement());
        assertTrue(in.referencedFrame().isEmpty());
        assertEquals(100 * coronal.transform().worldUnitsPerPixel(), value(Quantity.LENGTH), 1e-9);
        assertEquals(1, desk.scene(coronal).items().size());
        assertEquals(
                0, desk.scene(FakeView.cut(desk, PlaneKind.CORONAL, 31)).items().size());
        assertEquals(0, desk.scene(view).items().size());
    }

    @Test
    void withoutGeometryAMarkIsInPixelsAndStaysOnItsFrame() {
        FakeDesk bare = FakeDesk.unplaced();
        Hand other = new Hand(bare);
        bare.marks.toolProperty().set(ToolKind.LENGTH);
        FakeView frame = bare.slice0to9(2).looking(ViewPresentation.FIT.turned(90));
        other.drag(frame, 100, 200, 200, 200);
        Annotation drawn = bare.marks.annotations().getFirst();
        assertInstanceOf(Placement.OnFrame.class, drawn.placement());
        Measurement length = bare.marks.measured(drawn).of(Quantity.LENGTH).orElseThrow();
        assertEquals(Measurement.PIXELS, length.ucum());
        assertEquals(100 * frame.transform().worldUnitsPerPixel(), length.value(), 1e-9);
        assertEquals(0, bare.scene(bare.slice0to9(3)).items().size());
        assertTrue(bare.scene(frame).items().getFirst().lines().size() > 1, "the label says that it is in pixels");
    }

    // [utest->req~tools.derived~1]
    @Test
    void nothingIsDrawnOrShownOnComputedPixels() {
        desk.marks.toolProperty().set(ToolKind.ELLIPSE);
        hand.drag(view, 100, 100, 200, 200);
        FakeDesk computed = FakeDesk.derived();
        computed.stored.put(FakeDesk.STUDY, new AnnotationDocument(FakeDesk.STUDY, desk.marks.annotations()));
        computed.marks.open(FakeDesk.STUDY, () -> false);
        computed.tasks.runAll();
        FakeView picture = computed.slice0to9(4);
        assertEquals(1, desk.scene(view).items().size(), "it is shown on the original");
        assertEquals(0, computed.scene(picture).items().size(), "numbers of other pixels are not shown on these");
        computed.marks.toolProperty().set(ToolKind.LENGTH);
        new Hand(computed).drag(picture, 50, 50, 90, 90);
        assertEquals(desk.marks.annotations(), computed.marks.annotations());
    }

    /// In a projection other voxels are seen than those that an ellipse counts, and the label says so.
    // [utest->req~tools.label-text~1]
    @Test
    void anEllipseOnASlabSaysThatItsValuesAreThoseOfTheMiddlePlane() {
        desk.marks.toolProperty().set(ToolKind.ELLIPSE);
        FakeView thin = FakeView.cut(desk, PlaneKind.CORONAL, 40);
        hand.drag(thin, 150, 160, 250, 240);
        String said = "Values of the middle plane, not of the slab";
        assertFalse(desk.scene(thin).items().getFirst().lines().contains(said));
        FakeView thick = thin.thick(
                new org.readingroom.viewer.viewport.Slab(10, org.readingroom.viewer.viewport.Slab.Projection.MAXIMUM));
        assertEquals(said, desk.scene(thick).items().getFirst().lines().getLast());
    }
}
