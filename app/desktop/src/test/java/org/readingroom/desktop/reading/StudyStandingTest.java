package org.readingroom.desktop.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.desktop.desk.Arriving;
import org.readingroom.services.archive.ArchiveInstance;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.Session;
import org.readingroom.services.store.ExpectedSeries;
import org.readingroom.services.store.ExpectedStudy;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.viewer.model.Series;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.phantom.CtChestPhantom;
import org.readingroom.viewer.task.Progress;

/// What is said of a study of which all is here that the archive listed.
// [utest->req~fetch.settled~1]
class StudyStandingTest {
    private static final int SLICES = 4;
    private static final CtChestPhantom CHEST = new CtChestPhantom(16, SLICES, 20, 20, 0);

    @TempDir
    Path folder;

    private final QuickHome.Clock clock = new QuickHome.Clock();
    private Home home;
    private Session session;
    private Study study;

    @BeforeEach
    void open() throws WorkstationException {
        home = Home.openOrCreateDemo(
                folder, QuickHome.options(clock).withDepartment(() -> List.of(CHEST)), Progress.IGNORED);
        session = QuickHome.signIn(home, "radiologist");
        study = session.studies().study(CHEST.uid()).orElseThrow();
    }

    @AfterEach
    void close() {
        session.close();
        home.close();
    }

    @Test
    void aStudyOfTodayThatWasListedOnceAndCouldNotBeAskedForSinceIsDoubtful() throws Exception {
        hoursAfterTheExamination(1);
        listed();
        assertEquals(Map.of(), standing(), "listed just now");

        clock.advance(Duration.ofMinutes(2));
        assertEquals(
                List.of(new Arriving(SLICES, SLICES, SLICES, SLICES)),
                List.copyOf(standing().values()));

        clock.advance(Duration.ofMinutes(4));
        listed();
        assertEquals(Map.of(), standing(), "the same list again minutes later");
        clock.advance(Duration.ofMinutes(2));
        assertEquals(Map.of(), standing(), "settled");
    }

    @Test
    void aStudyOfAnEarlierDayHasLongBeenSent() throws Exception {
        hoursAfterTheExamination(30);
        listed();
        clock.advance(Duration.ofMinutes(2));
        assertEquals(Map.of(), standing());
    }

    private Map<?, Arriving> standing() throws WorkstationException {
        return StudyStanding.of(study.uid(), session.fetchStore(), Set.of());
    }

    private void hoursAfterTheExamination(int hours) {
        LocalDateTime taken = Objects.requireNonNull(study.dateTime());
        clock.advance(Duration.between(
                clock.instant(),
                taken.atZone(ZoneId.systemDefault()).toInstant().plus(Duration.ofHours(hours))));
    }

    /// The archive lists what the home holds.
    private void listed() throws WorkstationException {
        List<ExpectedSeries> lists = new ArrayList<>();
        for (Series series : session.studies().series(study.uid())) {
            lists.add(new ExpectedSeries(
                    series,
                    true,
                    session.studies().instances(series.uid()).stream()
                            .map(one -> new ArchiveInstance(one.uid(), series.uid(), study.uid(), "", 0, 1))
                            .toList()));
        }
        ExpectedStudy all = new ExpectedStudy(study.uid(), "", lists);
        session.fetchStore().expected().save(all, SLICES, true);
        session.fetchStore().expected().listed(all);
    }
}
