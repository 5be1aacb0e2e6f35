package org.readingroom.desktop.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.annotation.Annotation;
import org.readingroom.viewer.annotation.AnnotationDocument;
import org.readingroom.viewer.annotation.AnnotationEdit;
import org.readingroom.viewer.annotation.AnnotationId;
import org.readingroom.viewer.annotation.AnnotationStore;
import org.readingroom.viewer.annotation.Placement;
import org.readingroom.viewer.annotation.ValueGrid;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.model.FrameOfReferenceUid;
import org.readingroom.viewer.model.FrameRef;
import org.readingroom.viewer.model.SeriesUid;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.testing.StepRunner;

// [utest->req~tools.marks-of-studies~1]
class MarksOfStudiesTest implements AnnotationStore, ValueGrids {
    private static final StudyUid NOW = new StudyUid("2.25.1");
    private static final StudyUid PRIOR = new StudyUid("2.25.2");

    private final StepRunner tasks = new StepRunner();
    private final Map<StudyUid, AnnotationDocument> disk = new HashMap<>();
    private final List<StudyUid> saves = new ArrayList<>();
    private final Set<StudyUid> unreadable = new HashSet<>();
    private boolean isFull;
    private int tries;
    private final MarksModel marks = new MarksModel(tasks, this, this);

    @Override
    public AnnotationDocument load(StudyUid study) throws WorkstationException {
        if (unreadable.contains(study)) {
            throw new WorkstationException("viewer.annotation.newer-version", "version 9");
        }
        return disk.getOrDefault(study, AnnotationDocument.empty(study));
    }

    @Override
    public void save(StudyUid study, AnnotationDocument document) throws WorkstationException {
        tries++;
        if (isFull) {
            throw new WorkstationException("services.disk.full", "no space left");
        }
        saves.add(study);
        disk.put(study, document);
    }

    @Override
    public Optional<StudyUid> study(SeriesUid series) {
        return switch (series.value()) {
            case "2.25.11" -> Optional.of(NOW);
            case "2.25.12" -> Optional.of(PRIOR);
            default -> Optional.empty();
        };
    }

    @Override
    public Optional<ImageFrame> frame(Annotation annotation) {
        return Optional.empty();
    }

    @Override
    public Optional<ValueGrid> grid(Annotation annotation) {
        return Optional.empty();
    }

    private static Annotation mark(String series) {
        Placement.InPatient place = new Placement.InPatient(
                new SeriesUid(series),
                new FrameOfReferenceUid("2.25.99"),
                Vec3.ZERO,
                new Vec3(0, 0, 1),
                new FrameRef(new SopInstanceUid(series + ".1"), 0));
        return new Annotation.Length(AnnotationId.random(), place, Vec3.ZERO, new Vec3(10, 0, 0), "");
    }

    private static Annotation now() {
        return mark("2.25.11");
    }

    private static Annotation prior() {
        return mark("2.25.12");
    }

    private void add(Annotation mark) {
        marks.edit(new AnnotationEdit.Add(mark));
        tasks.runAll();
    }

    private List<Annotation> stored(StudyUid study) {
        return disk.getOrDefault(study, AnnotationDocument.empty(study)).annotations();
    }

    @BeforeEach
    void open() {
        marks.open(NOW, () -> false);
        marks.openBeside(PRIOR, () -> false);
        tasks.runAll();
    }

    @Test
    void eachMarkIsKeptWithTheStudyOfItsSeries() {
        Annotation here = now();
        Annotation there = prior();
        add(there);
        add(here);
        assertEquals(List.of(here), stored(NOW));
        assertEquals(List.of(there), stored(PRIOR));
        assertEquals(List.of(here, there), marks.annotations());
        assertEquals(Optional.of(here), marks.current(), "the newest of the study that is read");
        assertTrue(marks.isOfRead(here.id()));
        assertFalse(marks.isOfRead(there.id()));
    }

    @Test
    void undoTakesBackWhatWasDoneLastWhicheverStudyItWasDoneTo() {
        Annotation first = now();
        Annotation second = prior();
        Annotation third = now();
        List.of(first, second, third).forEach(this::add);
        saves.clear();
        marks.undo();
        marks.undo();
        tasks.runAll();
        assertEquals(List.of(first), marks.annotations());
        assertEquals(List.of(NOW, PRIOR), saves, "each document is stored by itself");
        assertEquals(List.of(), stored(PRIOR));
        marks.redo();
        tasks.runAll();
        assertEquals(List.of(second), stored(PRIOR));
        marks.undo();
        add(now());
        assertFalse(marks.canRedo(), "a new step ends what could be done again, in every study");
        marks.undo();
        marks.undo();
        assertEquals(List.of(), marks.annotations());
        assertFalse(marks.canUndo());
    }

    @Test
    void aSignedStudyStaysAsItIsAndTheOtherGoesOn() {
        Annotation there = prior();
        add(there);
        Annotation here = now();
        add(here);
        marks.closeForSignature(PRIOR);
        marks.delete(there.id());
        marks.relabel(there.id(), "x");
        add(prior());
        marks.undo();
        marks.undo();
        tasks.runAll();
        assertEquals(List.of(there), stored(PRIOR));
        assertEquals(List.of(), stored(NOW), "what can be undone still is");
        assertFalse(marks.isEditable(there.id()));
        assertTrue(marks.isEditable());
    }

    @Test
    void aStudyThatWasSignedBeforeOpensLocked() {
        marks.closeBeside(PRIOR);
        marks.openBeside(PRIOR, () -> true);
        tasks.runAll();
        add(prior());
        assertFalse(marks.isEditable(PRIOR));
        assertTrue(saves.isEmpty());
    }

    @Test
    void theStudyThatIsReadOpensLockedWhereItIsSignedOrNobodyCanSay() {
        Annotation old = now();
        disk.put(NOW, new AnnotationDocument(NOW, List.of(old)));
        marks.open(NOW, () -> true);
        tasks.runAll();
        assertFalse(marks.isEditable());
        marks.open(NOW, () -> {
            throw new WorkstationException("services.report.unreadable", "no versions");
        });
        tasks.runAll();
        assertEquals(List.of(old), marks.annotations(), "shown all the same");
        add(now());
        marks.delete(old.id());
        tasks.runAll();
        assertFalse(marks.isEditable());
        assertTrue(saves.isEmpty());
        marks.open(NOW, () -> false);
        tasks.runAll();
        assertTrue(marks.isEditable());
    }

    @Test
    void marksOfAPriorThatCannotBeReadAreNeverOverwritten() {
        Annotation old = prior();
        disk.put(PRIOR, new AnnotationDocument(PRIOR, List.of(old)));
        unreadable.add(PRIOR);
        marks.open(NOW, () -> false);
        marks.openBeside(PRIOR, () -> false);
        tasks.runAll();
        unreadable.clear();
        add(prior());
        assertEquals(List.of(old), stored(PRIOR));
        assertTrue(marks.isEditable(), "the study that is read goes on");
    }

    @Test
    void aMarkOnASeriesOfNoStudyOnTheDeskIsDroppedRatherThanPutToAnother() {
        add(mark("2.25.13"));
        assertEquals(List.of(), marks.annotations());
        assertTrue(saves.isEmpty());
    }

    @Test
    void whatWasDrawnOnAPriorTakenOffIsKeptAndCannotBeUndone() {
        Annotation there = prior();
        add(there);
        Annotation here = now();
        add(here);
        marks.closeBeside(PRIOR);
        assertEquals(List.of(here), marks.annotations());
        marks.undo();
        assertFalse(marks.canUndo());
        marks.openBeside(PRIOR, () -> false);
        tasks.runAll();
        assertEquals(List.of(there), marks.annotations());
    }

    /// The prior is put away, or opened as the study to read, while its last mark is on its way to the disk.
    @Test
    void aStudyOpenedAgainWaitsForWhatIsStillBeingStored() {
        Annotation there = prior();
        marks.edit(new AnnotationEdit.Add(there));
        marks.open(PRIOR, () -> false);
        assertFalse(marks.isSaved());
        assertEquals(1, tasks.waiting(), "nothing is read before it is stored");
        tasks.runAll();
        assertEquals(List.of(there), marks.annotations());
        assertTrue(marks.isSaved());
    }

    /// The disk is full, the prior is put away and opened again, and there is room at last.
    // [utest->req~tools.saved~1]
    @Test
    void marksThatCouldNotBeStoredAreHeldThoughTheirStudyIsPutAway() {
        Annotation there = prior();
        isFull = true;
        add(there);
        assertFalse(marks.isSaved(), "it is not on disk");
        assertEquals(1, tries, "nothing tries again by itself");
        marks.closeBeside(PRIOR);
        tasks.runAll();
        assertEquals(2, tries, "once more on leaving");
        assertFalse(marks.isSaved());
        marks.openBeside(PRIOR, () -> false);
        tasks.runAll();
        assertEquals(List.of(there), marks.annotations(), "not the older ones on disk");
        assertFalse(marks.isSaved());
        isFull = false;
        marks.closeBeside(PRIOR);
        tasks.runAll();
        assertEquals(List.of(there), stored(PRIOR));
        assertTrue(marks.isSaved());
    }
}
