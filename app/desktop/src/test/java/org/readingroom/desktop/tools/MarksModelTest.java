package org.readingroom.desktop.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.annotation.Annotation;
import org.readingroom.viewer.model.WorkstationException;

class MarksModelTest {
    private final FakeDesk desk = FakeDesk.placed();
    private final Hand hand = new Hand(desk);
    private final FakeView view = desk.slice0to9(4);

    // [utest->req~tools.saved~1]
    @Test
    void theNewestDocumentIsStoredLastWhateverTheOrderOfThreads() {
        desk.marks.toolProperty().set(ToolKind.LENGTH);
        for (int i = 0; i < 4; i++) {
            double y = 60 + 60 * i;
            hand.press(view, 100, y);
            hand.follow(view, 200, y);
            hand.gestures.release(new ScreenPoint(200, y), view.space(), false);
        }
        assertEquals(1, desk.tasks.waiting(), "one store at a time");
        assertFalse(desk.marks.isSaved());
        desk.tasks.runAll();
        assertTrue(desk.marks.isSaved());
        assertEquals(
                List.of(1, 4),
                desk.saves.stream().map(d -> d.annotations().size()).toList());
    }

    @Test
    void marksSurviveARestart() {
        desk.marks.toolProperty().set(ToolKind.ELLIPSE);
        hand.drag(view, 150, 160, 250, 240);
        List<Annotation> drawn = desk.marks.annotations();
        MarksModel again = new MarksModel(desk.tasks, desk, desk);
        again.open(FakeDesk.STUDY, () -> false);
        assertEquals(List.of(), again.annotations());
        desk.tasks.runAll();
        assertEquals(drawn, again.annotations());
    }

    @Test
    void marksThatCannotBeReadAreNeverOverwritten() {
        desk.broken = new WorkstationException("viewer.annotation.newer-version", "version 2");
        MarksModel refused = new MarksModel(desk.tasks, desk, desk);
        refused.open(FakeDesk.STUDY, () -> false);
        desk.tasks.runAll();
        assertNotNull(refused.faultProperty().get());
        assertFalse(refused.isEditable());
        desk.broken = null;
        refused.toolProperty().set(ToolKind.LENGTH);
        MarkGestures gestures = new MarkGestures(refused, new EdgeSnap());
        MarkScene empty = new MarkScene(List.of());
        gestures.press(new ScreenPoint(100, 100), view.space(), empty, false);
        gestures.follow(new ScreenPoint(200, 100), view.space(), false);
        gestures.release(new ScreenPoint(200, 100), view.space(), false);
        desk.tasks.runAll();
        assertEquals(List.of(), refused.annotations());
        assertTrue(desk.saves.isEmpty());
    }

    @Test
    void aFailedStoreIsToldAndTheNextGestureStoresEverything() {
        desk.marks.toolProperty().set(ToolKind.LENGTH);
        desk.broken = new WorkstationException("services.disk.full", "no space left");
        hand.drag(view, 100, 100, 200, 100);
        assertNotNull(desk.marks.faultProperty().get());
        assertEquals(1, desk.marks.annotations().size(), "nothing is lost from the screen");
        desk.broken = null;
        hand.drag(view, 100, 200, 200, 200);
        assertNull(desk.marks.faultProperty().get());
        assertEquals(2, desk.saves.getLast().annotations().size());
    }

    @Test
    void anotherStudyStartsWithItsOwnMarks() {
        desk.marks.toolProperty().set(ToolKind.LENGTH);
        hand.drag(view, 100, 100, 200, 100);
        desk.marks.open(new org.readingroom.viewer.model.StudyUid("2.25.9"), () -> false);
        assertEquals(List.of(), desk.marks.annotations());
        assertFalse(desk.marks.isEditable(), "until its marks are here");
        desk.tasks.runAll();
        assertTrue(desk.marks.isEditable());
        assertFalse(desk.marks.canUndo());
    }

    /// A locked report takes nothing, and the next report is another patient's.
    @Test
    void aSentenceThatTheReportDidNotTakeIsNotLeftForTheNext() {
        java.util.concurrent.atomic.AtomicBoolean isOffered = new java.util.concurrent.atomic.AtomicBoolean();
        desk.marks.insert(
                language -> {
                    throw new AssertionError("taken by nobody");
                },
                () -> isOffered.set(desk.marks.prepared().isPresent()));
        assertTrue(isOffered.get());
        assertTrue(desk.marks.prepared().isEmpty());
    }

    @Test
    void theCurrentMarkIsTheSelectedOrTheNewest() {
        desk.marks.toolProperty().set(ToolKind.LENGTH);
        hand.drag(view, 100, 100, 200, 100);
        hand.drag(view, 100, 200, 200, 200);
        Annotation first = desk.marks.annotations().getFirst();
        desk.marks.select(null);
        assertEquals(desk.marks.annotations().getLast(), desk.marks.current().orElseThrow());
        desk.marks.select(first.id());
        assertEquals(first, desk.marks.current().orElseThrow());
    }

    /// Signing takes a moment, in which the next study may be opened.
    @Test
    void aSignatureEndsTheMarksOfItsOwnStudyOnly() {
        org.readingroom.viewer.model.StudyUid next = new org.readingroom.viewer.model.StudyUid("2.25.9");
        desk.marks.open(next, () -> false);
        desk.tasks.runAll();
        desk.marks.closeForSignature(FakeDesk.STUDY);
        assertTrue(desk.marks.isEditable(), "the next study is not signed");
        desk.marks.closeForSignature(next);
        assertFalse(desk.marks.isEditable());
    }

    /// A mark is measured for its report before the series it lies on is on the desk.
    @Test
    void aLengthTakenBeforeItsFrameWasHereIsTakenAgainInItsScale() {
        java.util.concurrent.atomic.AtomicBoolean isHere = new java.util.concurrent.atomic.AtomicBoolean();
        FakeDesk unplaced = FakeDesk.unplaced();
        ValueGrids late = new ValueGrids() {
            @Override
            public java.util.Optional<org.readingroom.viewer.display.ImageFrame> frame(Annotation annotation) {
                return isHere.get() ? unplaced.frame(annotation) : java.util.Optional.empty();
            }

            @Override
            public java.util.Optional<org.readingroom.viewer.annotation.ValueGrid> grid(Annotation of) {
                return java.util.Optional.empty();
            }
        };
        unplaced.marks.toolProperty().set(ToolKind.LENGTH);
        new Hand(unplaced).drag(unplaced.slice0to9(4), 100, 100, 100, 200);
        Annotation drawn = unplaced.marks.annotations().getFirst();
        MarksModel model = new MarksModel(desk.tasks, desk, late);
        double before = model.measured(drawn).measurements().getFirst().value();
        isHere.set(true);
        double after = model.measured(drawn).measurements().getFirst().value();
        // pixels of the fake frame are 0.625 times as high as wide
        assertEquals(0.625 * before, after, 1e-9);
    }
}
