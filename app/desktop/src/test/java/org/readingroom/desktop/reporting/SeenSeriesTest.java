package org.readingroom.desktop.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.readingroom.desktop.desk.ReadingDeskModel;
import org.readingroom.desktop.desk.StudySets;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.testing.StepRunner;
import org.readingroom.viewer.testing.TestFrames;

// [utest->req~report.seen-series~1]
class SeenSeriesTest {
    private static final Study STUDY = StudySets.study("2.25.1", StudySets.ONE, "2026-03-01T08:00");
    private static final Study PRIOR = StudySets.study("2.25.2", StudySets.ONE, "2025-03-01T08:00");
    private static final DisplaySet LUNG = StudySets.set(STUDY, "2.25.1.1", "lung", "2.25.1.9", 3);
    private static final DisplaySet BONE = StudySets.set(STUDY, "2.25.1.2", "bone", "2.25.1.9", 3);
    private static final DisplaySet OLD = StudySets.set(PRIOR, "2.25.2.1", "old", "2.25.2.9", 3);

    private final ReadingDeskModel desk = new ReadingDeskModel(new StepRunner());
    private final SeenSeries seen = new SeenSeries(desk);

    @Test
    void whatWasInNoViewIsNamedUntilItIsShown() {
        desk.open(List.of(LUNG, BONE, OLD), new TestFrames(3, p -> 100));
        desk.views().forEach(view -> view.show(null));
        desk.views().getFirst().show(desk.sets().getFirst());
        seen.follow(STUDY.uid());
        assertEquals(List.of("bone"), seen.unopenedProperty().get(), "the prior's is nobody's business here");
        desk.views().getFirst().show(desk.sets().get(1));
        assertEquals(List.of(), seen.unopenedProperty().get());
        desk.views().getFirst().show(desk.sets().getFirst());
        assertEquals(List.of(), seen.unopenedProperty().get(), "what was seen stays seen");
        seen.follow(STUDY.uid());
        assertEquals(List.of("bone"), seen.unopenedProperty().get(), "a study opened again begins anew");
        seen.follow(null);
        assertEquals(List.of(), seen.unopenedProperty().get());
    }
}
