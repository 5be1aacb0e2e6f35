package org.readingroom.services.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.report.merge.MergeConflict;
import org.readingroom.report.merge.MergeResult;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.Section;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.Stage;
import org.readingroom.services.reading.DraftBase;
import org.readingroom.services.reading.IncomingChange;
import org.readingroom.services.reading.LateWords;
import org.readingroom.services.reading.OpenReport;
import org.readingroom.services.reading.ReadingState;
import org.readingroom.services.reading.Reports;
import org.readingroom.services.reading.VersionVerdict;
import org.readingroom.services.sync.OutboxEntry;
import org.readingroom.services.sync.OutboxEntry.State;
import org.readingroom.services.testing.FhirDouble;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.services.testing.SmallDicom;
import org.readingroom.services.testing.TestArchive;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;

/// Reports that were changed in the hospital after this desk sent them.
class IncomingReportsTest {
    private static final byte[] PDF = {'%', 'P', 'D', 'F', '-', '1', '.'};

    @TempDir
    Path folder;

    private final QuickHome.Clock clock = new QuickHome.Clock();
    private final FhirDouble ris = new FhirDouble();
    private Home home;
    private Study study;

    @BeforeEach
    void open() throws Exception {
        ris.put("""
                {"resourceType":"Patient","id":"p1","identifier":[{"system":"urn:mrn","value":"DEMO-1"}],
                 "birthDate":"1961-04-09"}""");
        home = Home.openOrCreateDemo(
                folder.resolve("home"),
                QuickHome.options(clock)
                        .withRenderer(versions -> PDF)
                        .withClients(runner -> new HospitalDoubles(ris, new TestArchive())),
                Progress.IGNORED);
        Path file = Files.write(folder.resolve("a"), SmallDicom.of(1, 1).bytes());
        try (Session session = session("radiologist")) {
            session.imports().importPaths(List.of(file), Progress.IGNORED);
            study = session.studies().study(new StudyUid("2.25.1001")).orElseThrow();
            poll(session); // from here on
            session.reports().sign(Reports.written(take(session).report(), "右肺结节。"), 0, Stage.PRIMARY, "", demo());
            until("preliminary", () -> isSeenTo(session));
            until("what we sent ourselves is no change", () -> poll(session) == 0);
        }
    }

    @AfterEach
    void close() {
        home.close();
        ris.close();
    }

    /// The reviewer signed offline what the hospital changed meanwhile: nothing is written over, the person decides,
    /// and signs again on top of what is there.
    // [utest->req~report.merge.signed-anew~1]
    // [utest->req~report.incoming~1]
    @Test
    void whatWasSignedAgainstAChangeIsSignedAnew() throws Exception {
        conclude("左肺结节。");
        try (Session session = session("senior")) {
            OpenReport open = take(session);
            session.reports().sign(reworded(open.report(), "右肺上叶结节。"), 1, Stage.REVIEW, "", demo());
            until("a conflict", () -> isSeenTo(session));
            until("the change", () -> poll(session) == 1);
            IncomingChange change = session.hospital().incoming().changes().getFirst();
            assertTrue(change.isSignedHere());
            assertTrue(change.mayBeTaken());
            MergeConflict conflict = change.merge().conflicts().getFirst();
            assertEquals(List.of("右肺结节。", "右肺上叶结节。", "左肺结节。"), words(conflict));
            WorkstationException undecided = assertThrows(
                    WorkstationException.class,
                    () -> session.hospital().incoming().take(change, change.merge()));
            assertEquals("services.report.undecided", undecided.messageKey());
            assertEquals(
                    State.CONFLICT, session.outbox().deadLetters().getFirst().state());

            session.hospital().incoming().take(change, change.merge().decidedForTheirs(conflict));
            assertEquals(List.of(), session.outbox().deadLetters());
            assertEquals(
                    List.of(State.SENT, State.WITHDRAWN, State.WITHDRAWN, State.WITHDRAWN, State.WITHDRAWN),
                    session.outbox().entries().stream().map(OutboxEntry::state).toList());
            assertEquals(ReadingState.PRIMARY_SIGNED, state(session));
            OpenReport again = take(session);
            assertTrue(again.isDraft());
            assertFalse(again.isAtRest());
            assertEquals(Optional.of(Stage.REVIEW), again.nextStage());
            assertEquals("左肺结节。", again.report().text(SectionKind.IMPRESSION));
            assertEquals("左肺结节。", server().path("conclusion").asText(), "nothing was written over");

            session.reports().sign(again.report(), again.baseVersion(), Stage.REVIEW, "", demo());
            until("final", () -> state(session) == ReadingState.ISSUED);
            assertEquals("final", server().path("status").asText());
            until("what we sent ourselves is no change", () -> poll(session) == 0);
            assertTrue(session.reports().verify(study.uid()).stream().allMatch(VersionVerdict::isSound));
            assertTrue(session.audit().verify().isIntact());
        }
    }

    // [utest->req~report.incoming~1]
    @Test
    void aChangeOfAnotherSentenceIsTakenWithoutAQuestion() throws Exception {
        conclude("右肺结节，性质待定。");
        try (Session session = session("senior")) {
            OpenReport open = take(session);
            Report mine = found(open.report());
            session.reports().saveDraft(mine, open.baseVersion());
            until("the change", () -> poll(session) == 1);
            assertEquals(mine, take(session).report(), "nothing is written in by itself");
            IncomingChange change = session.hospital().incoming().changes().getFirst();
            assertFalse(change.isSignedHere());
            assertTrue(change.merge().isClean());
            session.hospital().incoming().take(change, change.merge());
            Report taken = take(session).report();
            assertEquals("右肺上叶见实性结节，大小约 8 mm。", taken.text(SectionKind.FINDINGS));
            assertEquals("右肺结节，性质待定。", taken.text(SectionKind.IMPRESSION));
            session.reports().sign(taken, 1, Stage.REVIEW, "", demo());
            until("final", () -> state(session) == ReadingState.ISSUED);
            assertEquals("右肺结节，性质待定。", server().path("conclusion").asText());
        }
    }

    /// An editor that was open while the change was taken knows nothing of it.
    // [utest->req~report.draft.stale-refused~1]
    @Test
    void anEditorThatStayedOpenNeitherSavesNorSignsOverWhatWasTaken() throws Exception {
        conclude("左肺结节。");
        try (Session session = session("senior")) {
            OpenReport open = take(session);
            Report mine = found(open.report());
            DraftBase base = session.reports().saveDraft(mine, open.base()).base();
            until("the change", () -> poll(session) == 1);
            IncomingChange change = session.hospital().incoming().changes().getFirst();
            session.hospital().incoming().take(change, change.merge());
            Report taken = take(session).report();
            assertEquals("左肺结节。", taken.text(SectionKind.IMPRESSION));

            Report later = reworded(mine, "右肺上叶结节。");
            for (DraftBase stale : List.of(open.base(), base)) {
                for (Executable act : List.<Executable>of(
                        () -> session.reports().saveDraft(later, stale),
                        () -> session.reports().sign(later, stale, Stage.REVIEW, "", "", demo()))) {
                    WorkstationException refused = assertThrows(WorkstationException.class, act);
                    assertTrue(
                            Set.of("services.report.late", "services.report.draft-changed")
                                    .contains(refused.messageKey()),
                            refused::messageKey);
                }
            }
            List<LateWords.Late> late = session.reporting().late().ofStudy(study.uid());
            assertEquals(
                    List.of(later, later),
                    late.stream().map(LateWords.Late::words).toList(),
                    "kept for each base");
            OpenReport again = take(session);
            assertEquals(taken, again.report(), "as it was taken");
            DraftBase next = session.reports().saveDraft(later, again.base()).base();
            assertEquals(later, take(session).report(), "who knows the draft goes on from it");
            session.reports().saveDraft(later, next);
        }
    }

    @Test
    void wordsThatWereChangedSinceTheyWereShownAreNotWrittenOver() throws Exception {
        conclude("左肺结节。");
        try (Session session = session("senior")) {
            until("the change", () -> poll(session) == 1);
            IncomingChange change = session.hospital().incoming().changes().getFirst();
            MergeResult merge = change.merge();
            Report draft = reworded(take(session).report(), "两肺结节。");
            session.reports().saveDraft(draft, 1);
            WorkstationException stale = assertThrows(
                    WorkstationException.class,
                    () -> session.hospital().incoming().take(change, merge));
            assertEquals("services.report.changed-meanwhile", stale.messageKey());
            assertEquals(draft, take(session).report());
            conclude("双肺结节。");
            until("the newer one", () -> {
                poll(session);
                return session.hospital()
                        .incoming()
                        .changes()
                        .getFirst()
                        .theirs()
                        .text(SectionKind.IMPRESSION)
                        .equals("双肺结节。");
            });
            assertThrows(
                    WorkstationException.class,
                    () -> session.hospital().incoming().dismiss(change, "seen"));
            session.hospital()
                    .incoming()
                    .dismiss(session.hospital().incoming().changes().getFirst(), "told by telephone");
            assertTrue(session.audit().latest(20).stream()
                    .anyMatch(event -> event.detail().contains("told by telephone")));
            until("what we sent ourselves is no change", () -> poll(session) == 0);
        }
    }

    /// The RIS writes its time of issue in, and whatever else is its own.
    @Test
    void fieldsOfTheRisAreNoChange() throws Exception {
        ObjectNode report = server();
        report.put("issued", "2026-03-02T10:00:00Z");
        ris.put(report);
        try (Session session = session("senior")) {
            until("what we sent ourselves is no change", () -> poll(session) == 0);
            session.reports().sign(take(session).report(), 1, Stage.REVIEW, "", demo());
            until("final", () -> state(session) == ReadingState.ISSUED);
        }
    }

    private ObjectNode server() {
        return ris.all("DiagnosticReport").getFirst();
    }

    private void conclude(String words) {
        ObjectNode report = server();
        report.put("conclusion", words);
        ris.put(report);
    }

    private static int poll(Session session) throws Exception {
        return session.hospital()
                .incoming()
                .poll(session.hospital().risReports().orElseThrow(), Progress.IGNORED);
    }

    private static Report found(Report report) {
        ReportSentence old = report.section(SectionKind.FINDINGS).sentences().getFirst();
        return report.with(new Section(SectionKind.FINDINGS, List.of(old.withText("右肺上叶见实性结节，大小约 8 mm。"))));
    }

    private static Report reworded(Report report, String impression) {
        ReportSentence old = report.section(SectionKind.IMPRESSION).sentences().getFirst();
        return report.with(new Section(SectionKind.IMPRESSION, List.of(old.withText(impression))));
    }

    private static List<String> words(MergeConflict conflict) {
        return List.of(
                java.util.Objects.requireNonNull(conflict.base()).words(),
                java.util.Objects.requireNonNull(conflict.mine()).words(),
                java.util.Objects.requireNonNull(conflict.theirs()).words());
    }

    private OpenReport take(Session session) throws Exception {
        clock.advance(Duration.ofSeconds(1));
        return session.reports().open(study, ReportLanguage.CHINESE, "演示医院");
    }

    private static boolean isSeenTo(Session session) throws Exception {
        return session.outbox().entries().stream()
                .noneMatch(entry -> entry.isReport() && entry.state() == State.WAITING);
    }

    private ReadingState state(Session session) throws Exception {
        return session.worklist().items().stream()
                .filter(item -> item.study().uid().equals(study.uid()))
                .findFirst()
                .orElseThrow()
                .state();
    }

    private static char[] demo() {
        return "demo".toCharArray();
    }

    private Session session(String name) throws Exception {
        return QuickHome.signIn(home, name);
    }

    private static void until(String what, Callable<Boolean> isSo) throws Exception {
        long end = System.nanoTime() + 90_000_000_000L;
        while (!isSo.call()) {
            assertTrue(System.nanoTime() < end, what);
            Thread.sleep(10);
        }
    }
}
