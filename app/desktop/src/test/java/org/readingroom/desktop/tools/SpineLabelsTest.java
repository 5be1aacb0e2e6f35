package org.readingroom.desktop.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.annotation.Annotation;
import org.readingroom.viewer.annotation.AnnotationDocument;
import org.readingroom.viewer.annotation.AnnotationId;
import org.readingroom.viewer.annotation.FigureKind;
import org.readingroom.viewer.annotation.Placement;
import org.readingroom.viewer.annotation.SpineLevel;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.viewport.PlaneKind;

/// Vertebrae six millimetres apart on a sagittal cut of the fake desk, which is 20 mm high.
// [utest->req~tools.spine~1]
class SpineLabelsTest {
    private final FakeDesk desk = FakeDesk.placed();
    private final SpineLabels labels = new SpineLabels(desk.marks);
    private final FakeView sagittal = FakeView.cut(desk, PlaneKind.SAGITTAL, 50);
    private final Placement placement = sagittal.space().placement().orElseThrow();

    private void upFrom(SpineLevel first, int count) {
        labels.place(placement, at(0), first);
        for (int i = 1; i < count; i++) {
            labels.place(
                    placement,
                    at(i),
                    labels.next(FakeDesk.STUDY, placement, false).orElseThrow());
        }
    }

    private Vec3 at(int index) {
        Vec3 centre = sagittal.viewPlane().centre();
        return new Vec3(centre.x(), centre.y(), 102 + 6 * index);
    }

    private List<String> names() {
        return desk.marks.annotations().stream().map(Annotation::label).toList();
    }

    private List<List<String>> seen(FakeView view) {
        return desk.scene(view).items().stream().map(MarkScene.Item::lines).toList();
    }

    @Test
    void theFirstIsAskedForAndTheOthersFollowEachOneStepOfUndo() {
        assertEquals(Optional.empty(), labels.next(FakeDesk.STUDY, placement, true));
        upFrom(SpineLevel.L5, 3);
        assertEquals(List.of("L5", "L4", "L3"), names());
        assertEquals(Optional.of(SpineLevel.L2), labels.next(FakeDesk.STUDY, placement, false));
        assertEquals(Optional.empty(), labels.next(FakeDesk.STUDY, placement, true), "L4 is there already");
        desk.marks.undo();
        assertEquals(List.of("L5", "L4"), names());
        // a name selected goes on from there
        desk.marks.select(desk.marks.annotations().getFirst().id());
        assertEquals(Optional.of(SpineLevel.S1), labels.next(FakeDesk.STUDY, placement, true));
    }

    @Test
    void everyAxialSliceHasTheNameOfTheVertebraItCuts() {
        upFrom(SpineLevel.L5, 3);
        // middles at 102, 108, 114; slices at 100, 102 ... 118; bone for 0.38 of 6 mm on either side
        List<List<List<String>>> expected = List.of(
                List.of(List.of("L5")),
                List.of(List.of("L5")),
                List.of(List.of("L5")),
                List.of(List.of("L4")),
                List.of(List.of("L4")),
                List.of(List.of("L4")),
                List.of(List.of("L3")),
                List.of(List.of("L3")),
                List.of(List.of("L3")),
                List.of());
        for (int slice = 0; slice < FakeDesk.SLICES; slice++) {
            assertEquals(expected.get(slice), seen(desk.slice0to9(slice)), "slice " + slice);
        }
        assertEquals(3, seen(sagittal).size());
        assertEquals(3, seen(FakeView.cut(desk, PlaneKind.SAGITTAL, 40)).size(), "8 mm beside");
        assertEquals(0, seen(FakeView.cut(desk, PlaneKind.SAGITTAL, 20)).size(), "24 mm beside");
        assertEquals(3, seen(FakeView.cut(desk, PlaneKind.CORONAL, 50)).size());
    }

    @Test
    void aNameSeenFromAcrossIsSelectedThereAndNotMoved() {
        upFrom(SpineLevel.L5, 1);
        Annotation before = desk.marks.annotations().getFirst();
        desk.marks.select(null);
        FakeView axial = desk.slice0to9(1);
        ScreenPoint point =
                desk.scene(axial).items().getFirst().shape().handles().getFirst();
        Hand hand = new Hand(desk);
        hand.drag(axial, point.x(), point.y(), point.x() + 40, point.y() + 40);
        assertEquals(before.id(), desk.marks.selectedProperty().get());
        assertEquals(List.of(before), desk.marks.annotations());
        ScreenPoint own =
                desk.scene(sagittal).items().getFirst().shape().handles().getFirst();
        hand.drag(sagittal, own.x(), own.y(), own.x() + 10, own.y());
        assertFalse(desk.marks.annotations().contains(before), "on its own plane it follows the hand");
    }

    @Test
    void namesOfAnotherStudyInTheSameFrameOfReferenceAreNotOfThisSpine() {
        StudyUid prior = new StudyUid("2.25.8");
        Annotation.Figure there = new Annotation.Figure(
                new AnnotationId("there"), placement, FigureKind.SPINE_LABEL, List.of(at(1)), "T12");
        desk.stored.put(prior, new AnnotationDocument(prior, List.of(there)));
        desk.marks.openBeside(prior, () -> false);
        desk.tasks.runAll();
        assertEquals(List.of("T12"), names());
        assertEquals(Optional.empty(), labels.next(FakeDesk.STUDY, placement, true), "the reader has to say it");
        assertEquals(Optional.of(SpineLevel.L1), labels.next(prior, placement, true));
        assertEquals(List.of(), seen(sagittal));
        // the desk's series is of the study that is read
        upFrom(SpineLevel.L5, 2);
        assertEquals(List.of(List.of("L5"), List.of("L4")), seen(sagittal));
        Annotation.Figure first = (Annotation.Figure) desk.marks.annotations().getFirst();
        assertTrue(labels.rename(first, SpineLevel.L4, true));
        assertEquals(List.of("L4", "L3", "T12"), names(), "those of the prior do not follow");
    }

    @Test
    void aWrongNameIsMendedWithThoseAfterItInOneStep() {
        upFrom(SpineLevel.L5, 3);
        Annotation.Figure first = (Annotation.Figure) desk.marks.annotations().getFirst();
        assertTrue(labels.rename(first, SpineLevel.L4, true));
        assertEquals(List.of("L4", "L3", "L2"), names());
        desk.marks.undo();
        assertEquals(List.of("L5", "L4", "L3"), names());
        assertFalse(labels.rename(first, SpineLevel.C1, true), "nothing is above");
        assertEquals(List.of("L5", "L4", "L3"), names());
        desk.marks.select(first.id());
        assertTrue(labels.selected().isPresent());
        desk.marks.closeForSignature(FakeDesk.STUDY);
        assertTrue(labels.selected().isEmpty(), "a signed study keeps its names");
    }
}
