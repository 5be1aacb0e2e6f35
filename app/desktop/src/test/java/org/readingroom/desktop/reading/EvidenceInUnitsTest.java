package org.readingroom.desktop.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.readingroom.desktop.desk.OpenSet;
import org.readingroom.desktop.desk.ReadingDeskModel;
import org.readingroom.desktop.desk.ViewportModel;
import org.readingroom.desktop.tools.MarksModel;
import org.readingroom.report.model.AnchorWindow;
import org.readingroom.report.model.EvidenceAnchor;
import org.readingroom.viewer.annotation.AnnotationDocument;
import org.readingroom.viewer.annotation.AnnotationStore;
import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.testing.PetSeries;
import org.readingroom.viewer.testing.StepRunner;

/// The window a sentence was written under is kept over the values of the file, and found again in any unit.
// [utest->req~desk.suv~1]
class EvidenceInUnitsTest {
    private final StepRunner tasks = new StepRunner();
    private final PetSeries pet = new PetSeries(5, 2, "1.75");
    private final ReadingDeskModel desk = new ReadingDeskModel(tasks);

    @Test
    void aWindowKeptInBecquerelShowsTheSameGreysInUptakeValues() {
        desk.open(List.of(pet.set()), pet);
        tasks.runAll();
        ViewportModel view = desk.views().getFirst();
        OpenSet set = desk.sets().getFirst();
        DeskEvidence evidence = new DeskEvidence(desk, new MarksModel(desk, tasks, new Nowhere()));
        evidence.goTo(new EvidenceAnchor(
                set.displaySet().series(), set.displaySet().frames().get(1).ref(), null, new AnchorWindow(6000, 9000)));
        double factor = set.factor();
        Voi kept = Voi.Window.linear(6000, 9000);
        for (double bq = 1000; bq < 12_000; bq += 700) {
            assertEquals(kept.toGrey(bq), view.voi().orElseThrow().toGrey(bq * factor), 1e-9);
        }
        set.readAsStored();
        Voi.Window stored = (Voi.Window) Objects.requireNonNull(view.voi().orElseThrow());
        assertEquals(8999, stored.width(), 1e-6);
    }

    private static final class Nowhere implements AnnotationStore {
        @Override
        public AnnotationDocument load(StudyUid study) {
            return AnnotationDocument.empty(study);
        }

        @Override
        public void save(StudyUid study, AnnotationDocument document) {}
    }
}
