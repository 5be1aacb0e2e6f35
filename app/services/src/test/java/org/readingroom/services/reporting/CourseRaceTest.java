package org.readingroom.services.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.report.edit.ReportEdits;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.Stage;
import org.readingroom.report.workflow.CourseAct;
import org.readingroom.report.workflow.CourseAct.Kind;
import org.readingroom.services.audit.AuditEvent;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.Session;
import org.readingroom.services.reading.DraftBase;
import org.readingroom.services.reading.LateWords;
import org.readingroom.services.reading.OpenReport;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.services.testing.SmallDicom;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;

/// Two workstations decide about one report at once: between what the one reads and what it writes, the other
/// does all of its own. The first to write is first, the other is told, and no word is lost.
class CourseRaceTest {
    private static final byte[] PDF = {'%', 'P', 'D', 'F'};

    @TempDir
    Path folder;

    private final ExecutorService other = Executors.newSingleThreadExecutor();
    private final Between between = new Between();
    private Home home;
    private Study study;

    /// Stands in what is asked between the reading and the writing, for an act the clock, for a signature what draws
    /// the PDF: the first time the thread that set it comes by, the other workstation acts, and the thread goes on
    /// when that is done.
    private final class Between implements InstantSource {
        private final AtomicReference<@Nullable Callable<?>> act = new AtomicReference<>();
        private volatile @Nullable Thread thread;
        private volatile boolean isDrawn;

        void acting(Callable<?> newAct) {
            thread = Thread.currentThread();
            isDrawn = false;
            act.set(newAct);
        }

        void signing(Callable<?> newAct) {
            thread = Thread.currentThread();
            isDrawn = true;
            act.set(newAct);
        }

        void pass(boolean isDrawing) {
            if (isDrawing != isDrawn || !Thread.currentThread().equals(thread)) {
                return;
            }
            Callable<?> now = act.getAndSet(null);
            if (now != null) {
                try {
                    other.submit(now).get(1, TimeUnit.MINUTES);
                } catch (Exception e) {
                    throw new AssertionError("the other workstation was refused", e);
                }
            }
        }

        void over() {
            assertNull(act.get(), "the other one came in between");
        }

        @Override
        public Instant instant() {
            pass(false);
            return QuickHome.START;
        }
    }

    @BeforeEach
    void open() throws Exception {
        home = Home.openOrCreateDemo(
                folder.resolve("home"),
                QuickHome.options(between).withRenderer(versions -> {
                    between.pass(true);
                    return PDF;
                }),
                Progress.IGNORED);
        Path file = Files.write(folder.resolve("a"), SmallDicom.of(1, 1).bytes());
        try (Session session = session("radiologist")) {
            session.imports().importPaths(List.of(file), Progress.IGNORED);
            study = session.studies().study(new StudyUid("2.25.1001")).orElseThrow();
        }
    }

    @AfterEach
    void close() {
        other.shutdownNow();
        home.close();
    }

    private Session session(String login) throws Exception {
        return QuickHome.signIn(home, login);
    }

    private OpenReport take(Session session) throws Exception {
        return session.reports().open(study, ReportLanguage.CHINESE, "演示医院");
    }

    private static Report written(Report report, String words) {
        Report concluded =
                ReportEdits.setText(report, SectionKind.IMPRESSION, words).apply(report);
        return ReportEdits.setText(concluded, SectionKind.FINDINGS, "右肺上叶见结节。").apply(concluded);
    }

    private SignedReport sign(Session session, Stage stage, String words) throws Exception {
        OpenReport open = take(session);
        return session.reports().sign(written(open.report(), words), open.base(), stage, "", "", "demo".toCharArray());
    }

    private CourseAct act(Session session, Kind kind, String code) throws Exception {
        return session.course()
                .act(study.uid(), ActWish.of(kind, session.course().course(study.uid()), code, "请核对"));
    }

    private static String refused(org.junit.jupiter.api.function.Executable act) {
        return assertThrows(WorkstationException.class, act).messageKey();
    }

    // [utest->req~report.workflow.acts-compared~1]
    @Test
    void whatIsSentBackWhileItIsBeingSignedIsNotSigned() throws Exception {
        try (Session author = session("radiologist");
                Session one = session("senior");
                Session two = session("senior")) {
            sign(author, Stage.PRIMARY, "右肺结节。");
            between.signing(() -> act(two, Kind.RETURNED, "side"));
            assertEquals("services.report.acted-meanwhile", refused(() -> sign(one, Stage.REVIEW, "右肺上叶结节。")));
            between.over();
            assertEquals(1, one.reports().versions(study.uid()).size());
            assertEquals(1, one.outbox().entries().size());
            assertEquals(1, one.course().course(study.uid()).acts().size());
            assertTrue(one.audit().verify().isIntact());
        }
    }

    // [utest->req~report.workflow.acts-compared~1]
    @Test
    void whatIsSignedWhileItIsBeingSentBackIsNotSentBack() throws Exception {
        try (Session author = session("radiologist");
                Session one = session("senior");
                Session two = session("senior")) {
            sign(author, Stage.PRIMARY, "右肺结节。");
            ActWish wish = ActWish.of(Kind.RETURNED, one.course().course(study.uid()), "side", "请核对");
            between.acting(() -> sign(two, Stage.REVIEW, "右肺上叶结节。"));
            assertEquals(
                    "services.report.signed-meanwhile",
                    refused(() -> one.course().act(study.uid(), wish)));
            between.over();
            assertEquals(2, one.reports().versions(study.uid()).size());
            assertEquals(List.of(), one.course().course(study.uid()).acts());
        }
    }

    // [utest->req~report.workflow.acts-compared~1]
    // [utest->req~report.workflow.acts-kept~1]
    @Test
    void ofTwoActsOneIsDoneAndTheSameWishFromTwoPlacesOnce() throws Exception {
        try (Session author = session("radiologist");
                Session one = session("senior");
                Session two = session("senior")) {
            sign(author, Stage.PRIMARY, "右肺结节。");
            ActWish wish = ActWish.of(Kind.RETURNED, one.course().course(study.uid()), "side", "请核对");
            between.acting(() -> act(two, Kind.RETURNED, "wording"));
            assertEquals(
                    "services.report.acted-meanwhile",
                    refused(() -> one.course().act(study.uid(), wish)));
            between.over();
            sign(author, Stage.PRIMARY, "右肺上叶结节。");
            ActWish again = ActWish.of(Kind.RETURNED, one.course().course(study.uid()), "side", "再核对");
            between.acting(() -> two.course().act(study.uid(), again));
            CourseAct done = one.course().act(study.uid(), again);
            between.over();
            assertEquals(2, one.course().course(study.uid()).acts().size());
            assertEquals(done, one.course().course(study.uid()).acts().getLast());
        }
    }

    /// The sheet is open on one request; it is taken back and another put in its place before it is granted.
    // [utest->req~report.workflow.acts-compared~1]
    @Test
    void whatWasNotSeenIsNotGranted() throws Exception {
        try (Session author = session("radiologist");
                Session senior = session("senior");
                Session resident = session("resident")) {
            sign(author, Stage.PRIMARY, "右肺结节。");
            sign(senior, Stage.REVIEW, "右肺结节。");
            act(resident, Kind.CHANGE_REQUESTED, "");
            ActWish grant =
                    ActWish.of(Kind.CHANGE_GRANTED, senior.course().course(study.uid()), Stage.CORRECTION.name(), "同意");
            act(resident, Kind.WITHDRAWN, "");
            act(resident, Kind.CHANGE_REQUESTED, "");
            assertEquals(
                    "services.report.acted-meanwhile",
                    refused(() -> senior.course().act(study.uid(), grant)));
            assertEquals(3, senior.course().course(study.uid()).acts().size());
            act(senior, Kind.CHANGE_GRANTED, Stage.CORRECTION.name());
        }
    }

    // [utest->req~report.draft.late-kept~1]
    // [utest->req~report.workflow.acts-compared~1]
    @Test
    void wordsThatComeAfterTheReportWasSentBackAreKeptBesideIt() throws Exception {
        try (Session trainee = session("resident");
                Session author = session("radiologist");
                Session senior = session("senior")) {
            SignedReport signed = sign(trainee, Stage.TRAINEE, "右肺结节。");
            OpenReport open = take(author);
            DraftBase base = open.base();
            act(senior, Kind.RETURNED, "side");
            Report late = written(open.report(), "左肺结节。");
            for (int i = 0; i < 3; i++) {
                assertEquals(
                        "services.report.late", refused(() -> author.reports().saveDraft(late, base)));
            }
            Report later = written(open.report(), "左肺上叶结节。");
            WorkstationException told = assertThrows(
                    WorkstationException.class, () -> author.reports().saveDraft(later, base));
            assertTrue(LateWords.isKept(told));
            OpenReport back = take(trainee);
            assertFalse(back.isDraft(), "no draft that its author did not write");
            assertEquals(signed.report(), back.report());
            List<LateWords.Late> kept = trainee.reporting().late().ofStudy(study.uid());
            assertEquals(1, kept.size(), "one writing, its last words");
            assertEquals(later, kept.getFirst().words());
            assertEquals(author.reports().author().userId(), kept.getFirst().author());
            assertEquals(
                    1,
                    senior.audit().latest(200).stream()
                            .filter(event -> event.type().equals("report.late"))
                            .count());
            assertEquals(
                    "services.report.late-of-another",
                    refused(() -> trainee.reporting().late().forget(kept.getFirst(), trainee.user())));
            assertTrue(LateWords.mayForget(kept.getFirst(), senior.user()));
            assertTrue(author.reporting().late().forget(kept.getFirst(), author.user()));
            assertFalse(author.reporting().late().forget(kept.getFirst(), author.user()));
            List<AuditEvent> events = senior.audit().latest(200).stream()
                    .filter(event -> event.type().equals("report.late"))
                    .toList();
            assertEquals(2, events.size(), "kept, and put away");
            assertNotNull(events.getFirst().object());
            assertEquals(events.getFirst().object(), events.getLast().object(), "the same report");
            assertEquals(List.of(), trainee.reporting().late().ofStudy(study.uid()));
            trainee.reports().saveDraft(written(back.report(), "右肺上叶结节。"), back.base());
        }
    }

    /// What the report holds already need not be kept twice: the save that a signature overtook.
    // [utest->req~report.draft.late-kept~1]
    @Test
    void wordsThatWereSignedAreNotKeptBeside() throws Exception {
        try (Session author = session("radiologist")) {
            OpenReport open = take(author);
            Report words = written(open.report(), "右肺结节。");
            author.reports().sign(words, open.base(), Stage.PRIMARY, "", "", "demo".toCharArray());
            assertEquals(
                    "services.report.signed-meanwhile",
                    refused(() -> author.reports().saveDraft(words, open.base())));
            assertEquals(List.of(), author.reporting().late().ofStudy(study.uid()));
            Report other = written(words, "左肺结节。");
            assertEquals("services.report.late", refused(() -> author.reports().saveDraft(other, open.base())));
            assertEquals(1, author.reporting().late().ofStudy(study.uid()).size());
        }
    }

    /// Both begin at once, and who is first is left to chance: one of them it is.
    // [utest->req~report.workflow.acts-compared~1]
    @Test
    void ofAReturnAndASignatureThatBeginAtOnceOneIsKept() throws Exception {
        try (Session author = session("radiologist");
                Session one = session("senior");
                Session two = session("senior")) {
            for (int round = 0; round < 6; round++) {
                sign(author, Stage.PRIMARY, "右肺结节" + round + "。");
                CyclicBarrier start = new CyclicBarrier(2);
                OpenReport open = take(one);
                ActWish wish = ActWish.of(Kind.RETURNED, two.course().course(study.uid()), "side", "请核对");
                int versions = open.versions().size();
                Future<@Nullable WorkstationException> sent =
                        other.submit(() -> tried(start, () -> two.course().act(study.uid(), wish)));
                WorkstationException signing = tried(
                        start,
                        () -> one.reports()
                                .sign(
                                        open.report(),
                                        open.base(),
                                        Stage.COUNTERSIGNATURE,
                                        "",
                                        "",
                                        "demo".toCharArray()));
                WorkstationException returning = sent.get(1, TimeUnit.MINUTES);
                boolean isSigned = one.reports().versions(study.uid()).size() > versions;
                assertEquals(isSigned, signing == null, "round " + round);
                assertEquals(isSigned, returning != null, "round " + round);
                if (isSigned) {
                    break; // given out, and nobody else here could send it back
                }
            }
            assertTrue(one.reports().verify(study.uid()).stream().allMatch(verdict -> verdict.isSound()));
        }
    }

    private static @Nullable WorkstationException tried(CyclicBarrier start, Callable<?> act) throws Exception {
        start.await(1, TimeUnit.MINUTES);
        try {
            act.call();
            return null;
        } catch (WorkstationException e) {
            return e;
        }
    }
}
