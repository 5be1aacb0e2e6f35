package org.readingroom.desktop.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.readingroom.desktop.desk.ReadingDeskModel;
import org.readingroom.desktop.fx.StatusViewModel;
import org.readingroom.desktop.fx.Words;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.PatientId;
import org.readingroom.viewer.model.PersonName;
import org.readingroom.viewer.model.Sex;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.testing.StepRunner;
import org.readingroom.viewer.testing.TestFrames;
import org.readingroom.viewer.viewport.Layout;

class ReadingViewModelTest {
    private final StepRunner runner = new StepRunner();
    private final StatusViewModel status = new StatusViewModel();
    private final Words words = new Words(Locale.ENGLISH);
    private final TestFrames frames = new TestFrames(3, p -> 0);
    private final ReadingDeskModel desk = new ReadingDeskModel(runner);
    private int series = 2;
    private int unread;
    private final ReadingViewModel model = new ReadingViewModel(this::load, frames, desk, runner, status, words);

    private int load(StudyUid study, Consumer<List<DisplaySet>> ready) throws WorkstationException {
        for (int i = 0; i < series; i++) {
            ready.accept(List.of(new TestFrames(3 + i, p -> 0).set()));
        }
        return unread;
    }

    @Test
    void theFirstSeriesIsOnTheDeskBeforeTheNextOne() {
        model.open(study("2.25.1"));
        assertNull(model.shownProperty().get());
        runner.runNext();
        assertEquals(0, desk.sets().size());
        runner.runNext();
        assertEquals(1, desk.sets().size());
        assertNotNull(desk.views().getFirst().setProperty().get());
        assertEquals(study("2.25.1"), model.shownProperty().get());
        runner.runAll();
        assertEquals(2, desk.sets().size());
        assertEquals(
                desk.sets().getFirst(), desk.views().getFirst().setProperty().get(), "the view keeps its picture");
    }

    @Test
    void anEmptyViewOfTheLayoutTakesALaterSeries() {
        desk.layoutProperty().set(Layout.TWO_BESIDE);
        model.open(study("2.25.1"));
        runner.runAll();
        assertEquals(desk.sets().get(1), desk.views().get(1).setProperty().get());
    }

    /// Pictures of the study before must not come to stand under the name of this one.
    @Test
    void whatComesLateForAnotherStudyIsDropped() {
        model.open(study("2.25.1"));
        runner.runNext();
        series = 1;
        model.open(study("2.25.2"));
        runner.runAll();
        assertEquals(1, desk.sets().size());
        assertEquals(study("2.25.2"), model.shownProperty().get());
    }

    @Test
    void aStudyWithoutPicturesAndOneWithFilesLeftOutSaySo() {
        series = 0;
        model.open(study("2.25.1"));
        runner.runAll();
        assertEquals(study("2.25.1"), model.shownProperty().get());
        assertEquals(
                words.get("desktop.reading.no-pictures"),
                status.messageProperty().get());
        series = 1;
        unread = 2;
        model.open(study("2.25.2"));
        runner.runAll();
        assertEquals(
                words.get("desktop.reading.unread", 2), status.messageProperty().get());
    }

    private static Study study(String uid) {
        return new Study(
                new StudyUid(uid),
                new Patient(new PatientId("T-1", ""), new PersonName("Test^One", "", ""), null, Sex.OTHER),
                "",
                null,
                "",
                new TreeSet<>(Set.of("CT")),
                "",
                1,
                1);
    }
}
