package org.readingroom.desktop.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.readingroom.desktop.desk.ReadingDeskModel;
import org.readingroom.viewer.annotation.KeyImage;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.model.FrameRef;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.viewport.PlaneKind;

class KeyImagesTest {
    private static final Instant NOW = Instant.parse("2026-11-29T19:30:00Z");

    private final FakeDesk fake = FakeDesk.placed();
    private final List<String> told = new ArrayList<>();
    private final ReadingDeskModel desk = new ReadingDeskModel(fake.tasks);
    private final MarksModel marks = new MarksModel(desk, fake.tasks, fake);
    private final KeyImages images = new KeyImages(marks, desk, "Wang Fang", () -> NOW, told::add);

    private void open(DisplaySet set) {
        desk.open(List.of(set), (frame, priority) -> {
            throw new WorkstationException("viewer.frame.missing", "no pixels here");
        });
        marks.open(FakeDesk.STUDY, () -> false);
        fake.tasks.runAll();
    }

    private FrameRef frame(int slice) {
        return fake.set.frames().get(slice).ref();
    }

    // [utest->req~tools.key-image~1]
    @Test
    void theFrameInTheActiveViewIsMarkedAndUnmarkedAndUndone() {
        open(fake.set);
        desk.activeProperty().get().goTo(7);
        images.toggle();
        KeyImage seventh = new KeyImage(frame(7), "", "Wang Fang", NOW);
        assertEquals(List.of(seventh), images.all());
        assertEquals(Optional.of(seventh), images.shown());
        desk.activeProperty().get().goTo(3);
        assertEquals(Optional.empty(), images.shown());
        images.toggle();
        desk.activeProperty().get().goTo(7);
        images.toggle();
        assertEquals(
                List.of(frame(3)), images.all().stream().map(KeyImage::frame).toList());
        marks.undo();
        assertEquals(
                List.of(frame(7), frame(3)),
                images.all().stream().map(KeyImage::frame).toList());
        marks.undo();
        marks.undo();
        assertEquals(List.of(), images.all());
        marks.redo();
        assertEquals(List.of(seventh), images.all());
    }

    @Test
    void keyImagesAndNotesSurviveARestart() {
        open(fake.set);
        images.note(frame(2), "  right  upper\nlobe ");
        images.note(frame(2), "left");
        fake.tasks.runAll();
        assertTrue(marks.isSaved());
        MarksModel again = new MarksModel(desk, fake.tasks, fake);
        again.open(FakeDesk.STUDY, () -> false);
        fake.tasks.runAll();
        assertEquals(
                List.of(new KeyImage(frame(2), "left", "Wang Fang", NOW)),
                new KeyImages(again, desk, "other", () -> Instant.EPOCH, told::add).all());
        marks.undo();
        assertEquals("right upper lobe", images.all().getFirst().note());
    }

    @Test
    void whatNoArchiveHoldsIsRefusedInWords() {
        open(fake.set);
        desk.activeProperty().get().cut(PlaneKind.CORONAL);
        images.toggle();
        assertEquals(List.of("desk.key-image.cut"), told);
        desk.activeProperty().get().show(null);
        images.toggle();
        assertEquals("desk.key-image.none", told.getLast());
        open(FakeDesk.derived().set);
        images.toggle();
        assertEquals("desk.key-image.computed", told.getLast());
        assertEquals(List.of(), images.all());
    }

    @Test
    void aSignatureLocksThemAndTheyStayShown() {
        open(fake.set);
        desk.activeProperty().get().goTo(1);
        images.toggle();
        marks.closeForSignature(FakeDesk.STUDY);
        images.toggle();
        assertEquals("desk.key-image.locked", told.getLast());
        images.note(frame(1), "late");
        assertEquals("desk.key-image.locked", told.getLast());
        assertEquals(List.of(new KeyImage(frame(1), "", "Wang Fang", NOW)), images.all());
    }

    @Test
    void aPictureOfAnotherStudyIsNotMarkedInThisOne() {
        open(fake.set);
        marks.open(new StudyUid("2.25.99"), () -> false);
        fake.tasks.runAll();
        images.toggle();
        assertEquals(List.of("desk.key-image.other-study"), told);
        assertFalse(fake.saves.stream().anyMatch(d -> !d.keyImages().isEmpty()));
    }

    @Test
    void aNoteTooLongIsCutAndSaid() {
        open(fake.set);
        images.note(frame(0), "x".repeat(KeyImage.LONGEST_NOTE + 5));
        assertEquals("desk.key-image.note-cut", told.getLast());
        assertEquals(KeyImage.LONGEST_NOTE, images.all().getFirst().note().length());
    }
}
