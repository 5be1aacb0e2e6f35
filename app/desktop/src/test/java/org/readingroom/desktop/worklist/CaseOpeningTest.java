package org.readingroom.desktop.worklist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.readingroom.desktop.fx.StatusViewModel;
import org.readingroom.desktop.fx.Words;
import org.readingroom.services.fetch.FetchTrouble;
import org.readingroom.services.fetch.Readiness;
import org.readingroom.services.fetch.StudyFetcher;
import org.readingroom.services.link.Listening;
import org.readingroom.services.reading.WorklistRow;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.testing.StepRunner;

class CaseOpeningTest {
    private static final Study HERE = Rows.ALL.getFirst().study().orElseThrow();

    private final Fetcher fetcher = new Fetcher();
    private final StepRunner runner = new StepRunner();
    private final StatusViewModel status = new StatusViewModel();
    private final List<Study> opened = new ArrayList<>();
    private @Nullable Study shelf;
    private boolean isAwaited = true;
    private final CaseOpening opening =
            new CaseOpening(fetcher, study -> Optional.ofNullable(shelf), runner, status, new Words(Locale.ENGLISH));

    // [utest->req~worklist.open-remote~1]
    @Test
    void aStudyThatIsHereOpensAtOnceAndAsksTheArchiveForNothing() {
        opening.open(Rows.ALL.getFirst(), () -> isAwaited, opened::add);
        assertEquals(List.of(HERE), opened);
        assertEquals(List.of(), fetcher.asked);
        assertNull(opening.fetchingProperty().get());
    }

    // [utest->req~worklist.open-remote~1]
    @Test
    void aStudyElsewhereIsFetchedFirstAndOpensOnceWithTheFirstThatComes() {
        opening.open(away(), () -> isAwaited, opened::add);
        runner.runAll();
        assertEquals(List.of("want ON_SCREEN"), fetcher.asked);
        assertEquals("Fetching Chest CT: 0 of ?", status.workProperty().get());
        assertEquals(-1, status.progressProperty().get());
        assertEquals(List.of(), opened, "nothing to see yet");
        shelf = HERE;
        fetcher.now(new Readiness(3, 120, false));
        runner.runAll();
        assertEquals(1, opened.size());
        assertEquals("Fetching Chest CT: 3 of 120", status.workProperty().get());
        assertEquals(0.025, status.progressProperty().get());
        fetcher.now(new Readiness(119, 120, false));
        runner.runAll();
        assertEquals(1, opened.size(), "once");
        assertNotNull(opening.fetchingProperty().get());
        fetcher.now(new Readiness(120, 120, true));
        runner.runAll();
        assertEquals("", status.workProperty().get());
        assertTrue(status.messageProperty().get().contains("120"));
        assertNull(opening.fetchingProperty().get());
    }

    /// The archive may still be sent to: that all of its list is here is not that all is here.
    // [utest->req~fetch.settled~1]
    @Test
    void allThatIsListedSoFarIsNotCalledAll() {
        opening.open(away(), () -> isAwaited, opened::add);
        runner.runAll();
        shelf = HERE;
        fetcher.now(new Readiness(120, 120, false, true));
        runner.runAll();
        assertEquals(
                "All 120 images are here that the archive lists so far; more may still arrive there.",
                status.messageProperty().get());
        assertEquals(StatusViewModel.Tone.PLAIN, status.toneProperty().get());
    }

    @Test
    void whatWasBegunIsCompletedWhileItIsRead() {
        fetcher.readiness = new Readiness(7, 9, false);
        opening.open(Rows.ALL.getFirst(), () -> isAwaited, opened::add);
        assertEquals(List.of(HERE), opened, "at once, with what is here");
        assertEquals(List.of("want ON_SCREEN"), fetcher.asked);
        assertEquals("Fetching Chest CT plain: 7 of 9", status.workProperty().get());
    }

    @Test
    void whatIsGivenUpDoesNotOpenLater() {
        opening.open(away(), () -> isAwaited, opened::add);
        runner.runAll();
        assertTrue(opening.cancel());
        assertEquals(List.of("want ON_SCREEN", "giveUp"), fetcher.asked);
        assertEquals("", status.workProperty().get());
        shelf = HERE;
        fetcher.now(new Readiness(3, 120, false));
        runner.runAll();
        assertEquals(List.of(), opened);
        assertFalse(opening.cancel(), "nothing is under way");
    }

    @Test
    void anotherCaseTakesThePlaceOfOneThatIsNotOpenYet() {
        opening.open(away(), () -> isAwaited, opened::add);
        runner.runAll();
        opening.open(Rows.ALL.get(1), () -> isAwaited, opened::add);
        shelf = HERE;
        fetcher.now(new Readiness(3, 120, false));
        runner.runAll();
        assertEquals(
                List.of(Rows.ALL.get(1).study().orElseThrow()), opened, "the reader went on; nothing opens over it");
    }

    // [utest->req~worklist.open-late~1]
    @Test
    void aCaseThatCameTooLateTakesTheDeskFromNobody() {
        opening.open(away(), () -> isAwaited, opened::add);
        runner.runAll();
        isAwaited = false;
        shelf = HERE;
        fetcher.now(new Readiness(3, 120, false));
        runner.runAll();
        assertEquals(List.of(), opened, "the reader is at another patient");
        assertEquals(
                "Chest CT is here: Enter opens it in the list.",
                status.messageProperty().get());
        isAwaited = true;
        fetcher.now(new Readiness(4, 120, false));
        runner.runAll();
        assertEquals(List.of(), opened, "nor does it when they come back");
        opening.open(Rows.ALL.get(1), () -> isAwaited, opened::add);
        assertEquals("letGo", fetcher.asked.get(1), "no desk has it that would let it go for the next");
    }

    /// Nobody else knows of it: it would go before the case that is read, all session.
    @Test
    void aCaseThatNeverOpenedIsLetGoForTheNext() {
        opening.open(away(), () -> isAwaited, opened::add);
        runner.runAll();
        opening.open(away(), () -> isAwaited, opened::add);
        assertEquals(List.of("want ON_SCREEN", "want ON_SCREEN"), fetcher.asked, "the same is still wanted");
        opening.open(Rows.ALL.get(1), () -> isAwaited, opened::add);
        assertEquals(List.of("want ON_SCREEN", "want ON_SCREEN", "letGo"), fetcher.asked);
        opening.open(away(), () -> isAwaited, opened::add);
        shelf = HERE;
        fetcher.now(new Readiness(3, 120, false));
        runner.runAll();
        assertEquals(2, opened.size());
        opening.open(Rows.ALL.get(1), () -> isAwaited, opened::add);
        assertEquals("want ON_SCREEN", fetcher.asked.getLast(), "the desk has it, and lets it go");
    }

    @Test
    void whyNothingComesIsSaidOnce() {
        opening.open(away(), () -> isAwaited, opened::add);
        fetcher.trouble = new FetchTrouble("services.server.unreachable", 0, true);
        fetcher.now(Readiness.NOTHING);
        runner.runAll();
        String said = status.messageProperty().get();
        assertEquals(new Words(Locale.ENGLISH).get("services.server.unreachable"), said);
        status.messageProperty().set("something else");
        fetcher.now(Readiness.NOTHING);
        runner.runAll();
        assertEquals("something else", status.messageProperty().get());
    }

    @Test
    void anOrderWithoutPicturesSaysSo() {
        opening.open(OrderRows.waiting("1").without().row(), () -> isAwaited, opened::add);
        assertEquals(List.of(), fetcher.asked);
        assertEquals("This order has no pictures yet.", status.messageProperty().get());
    }

    private static WorklistRow away() {
        return OrderRows.waiting("1").row();
    }

    private static final class Fetcher implements StudyFetcher {
        private final List<String> asked = new ArrayList<>();
        private final List<Consumer<StudyUid>> listeners = new ArrayList<>();
        private Readiness readiness = Readiness.NOTHING;
        private @Nullable FetchTrouble trouble;

        void now(Readiness other) {
            readiness = other;
            listeners.forEach(listener -> listener.accept(new StudyUid("2.25.9001")));
        }

        @Override
        public Readiness readiness(StudyUid study) {
            return readiness;
        }

        @Override
        public void want(StudyUid study, Priority priority) {
            asked.add("want " + priority);
        }

        @Override
        public void giveUp(StudyUid study) {
            asked.add("giveUp");
        }

        @Override
        public void letGo(StudyUid study) {
            asked.add("letGo");
        }

        @Override
        public Optional<FetchTrouble> trouble(StudyUid study) {
            return Optional.ofNullable(trouble);
        }

        @Override
        public Listening onChange(Consumer<StudyUid> listener) {
            listeners.add(listener);
            return () -> listeners.remove(listener);
        }
    }
}
