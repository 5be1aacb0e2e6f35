package org.readingroom.desktop.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.readingroom.desktop.desk.DeskStudy.Standing;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.testing.StepRunner;
import org.readingroom.viewer.testing.TestFrames;

/// A study and a prior in a frame of reference of its own, first put together along the body.
// [utest->req~desk.linked-scroll~1]
class LinkSpacesTest {
    private static final Study NOW = StudySets.study("2.25.10", StudySets.ONE, "2026-01-15T09:30:00");
    private static final Study PRIOR = StudySets.study("2.25.20", StudySets.ONE, "2025-05-15T14:15:00");
    private static final Vec3 AXIAL = new Vec3(0, 0, 1);
    private static final Vec3 CORONAL = new Vec3(0, 1, 0);
    private static final Vec3 OBLIQUE = new Vec3(0, 0.6, 0.8);

    private final ReadingDeskModel desk = new ReadingDeskModel(new StepRunner());
    private final LinkSpaces spaces = new LinkSpaces(desk);

    private static DisplaySet axial(Study study, String series, String reference) {
        return StudySets.set(study, series, "", reference, 4, StudySets::axial);
    }

    private OpenSet now() {
        return desk.sets().getFirst();
    }

    private OpenSet prior() {
        return desk.sets().getLast();
    }

    @BeforeEach
    void open() {
        desk.open(List.of(axial(NOW, "2.25.10.1", "2.25.9")), new TestFrames(4, p -> 0));
        desk.studies().begin(NOW);
        desk.studies().put(PRIOR, Standing.PRIOR);
        desk.studies().add(PRIOR.uid(), List.of(axial(PRIOR, "2.25.20.1", "2.25.99")));
        spaces.set(now(), prior(), new Vec3(0, 0, -7), AXIAL);
    }

    private Optional<Vec3> found(Vec3 direction) {
        return spaces.between(now(), prior(), direction).map(way -> way.map().apply(Vec3.ZERO));
    }

    @Test
    void aShiftAcrossAnEarlierOneLeavesItKnown() {
        assertEquals(Optional.empty(), found(CORONAL));
        spaces.set(now(), prior(), new Vec3(0, 5, -7), CORONAL);
        assertEquals(-7, found(AXIAL).orElseThrow().z());
        assertEquals(5, found(CORONAL).orElseThrow().y());
    }

    /// Ten millimetres along the oblique normal are eight along the body: -7 is 1 from then on, which nobody set.
    @Test
    void aShiftObliqueToAnEarlierOneEndsIt() {
        spaces.set(now(), prior(), new Vec3(0, 6, 1), OBLIQUE);
        assertEquals(Optional.empty(), found(AXIAL));
        assertTrue(found(OBLIQUE).isPresent());
        spaces.set(now(), prior(), new Vec3(0, 6, -7), AXIAL);
        assertTrue(found(AXIAL).isPresent());
        assertEquals(Optional.empty(), found(OBLIQUE));
    }
}
