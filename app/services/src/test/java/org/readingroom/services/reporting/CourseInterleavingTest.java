package org.readingroom.services.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.readingroom.report.edit.ReportEdits;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.Stage;
import org.readingroom.report.workflow.CourseAct;
import org.readingroom.report.workflow.CourseAct.Kind;
import org.readingroom.report.workflow.ReportCourse;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.Session;
import org.readingroom.services.reading.DraftBase;
import org.readingroom.services.reading.OpenReport;
import org.readingroom.services.reading.VersionVerdict;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.services.testing.SmallDicom;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;

/// Four windows, each with its own idea of one report, write, sign and act in any order, the same for each seed.
///
/// Whatever is kept was decided by a window that had seen all that was kept before, and every word that a window wrote
/// is in the draft, in a signed version, or beside the report.
class CourseInterleavingTest {
    private static final int STEPS = 70;
    private static final byte[] PDF = {'%', 'P', 'D', 'F'};

    @TempDir
    Path folder;

    private final QuickHome.Clock clock = new QuickHome.Clock();
    private final List<Window> windows = new ArrayList<>();
    private final List<String> words = new ArrayList<>();
    private Study study;
    private int kept;
    private int refused;
    private int late;

    /// What one window knows: the report as it took it up, its course, what it goes on from.
    private static final class Window {
        final Session session;

        @Nullable
        OpenReport open;

        @Nullable
        ReportCourse course;

        @Nullable
        Report report;

        @Nullable
        DraftBase base;

        Window(Session session) {
            this.session = session;
        }
    }

    // [utest->req~report.workflow.acts-compared~1]
    // [utest->req~report.draft.late-kept~1]
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void nothingIsDecidedOnOldGroundAndNoWordIsLost(long seed) throws Exception {
        Random random = new Random(seed);
        try (Home home = Home.openOrCreateDemo(
                folder.resolve("home"), QuickHome.options(clock).withRenderer(versions -> PDF), Progress.IGNORED)) {
            for (String login : List.of("resident", "radiologist", "senior", "radiologist")) {
                windows.add(new Window(QuickHome.signIn(home, login)));
            }
            Session first = windows.getFirst().session;
            Path file = Files.write(folder.resolve("a"), SmallDicom.of(1, 1).bytes());
            first.imports().importPaths(List.of(file), Progress.IGNORED);
            study = first.studies().study(new StudyUid("2.25.1001")).orElseThrow();
            for (int step = 0; step < STEPS; step++) {
                step(windows.get(random.nextInt(windows.size())), random, step);
                everyWordIsSomewhere("seed " + seed + ", step " + step);
            }
            assertTrue(kept >= 3 && refused >= 3 && late >= 3, kept + " kept, " + refused + ", " + late + " late");
            assertTrue(first.reports().verify(study.uid()).stream().allMatch(VersionVerdict::isSound));
            assertTrue(first.audit().verify().isIntact());
            for (Window window : windows) {
                window.session.close();
            }
        }
    }

    private void step(Window window, Random random, int step) throws Exception {
        if (window.open == null || random.nextInt(3) == 0) {
            take(window);
        }
        switch (random.nextInt(3)) {
            case 0 -> write(window, "第" + step + "。");
            case 1 -> sign(window);
            default -> act(window, random);
        }
    }

    private void take(Window window) throws Exception {
        OpenReport open = window.session.reports().open(study, ReportLanguage.CHINESE, "演示医院");
        window.open = open;
        window.course = window.session.course().course(study.uid());
        window.report = open.report();
        window.base = open.base();
    }

    /// Goes on writing at the end of what the window shows.
    private void write(Window window, String more) throws Exception {
        Report before = window.report;
        SectionKind kind = Stage.isIssued(window.open.versions()) ? SectionKind.ADDENDUM : SectionKind.IMPRESSION;
        Report written = ReportEdits.setText(before, kind, before.text(kind).strip() + more)
                .apply(before);
        window.report = kind == SectionKind.ADDENDUM
                ? written
                : ReportEdits.setText(written, SectionKind.FINDINGS, "右肺上叶见结节。").apply(written);
        words.add(more);
        boolean isNow = window.base.version() == versions().size()
                && deciding(window.course).equals(deciding(now()));
        try {
            window.base = window.session
                    .reports()
                    .saveDraft(window.report, window.base)
                    .base();
            assertTrue(isNow, "a draft was kept over what its window had not seen");
        } catch (WorkstationException e) {
            assertEquals("services.report.late", e.messageKey());
            late++;
        }
    }

    private void sign(Window window) throws Exception {
        Stage stage = window.session
                .reports()
                .rules(study.uid())
                .nextStage(window.session.reports().author(), versions())
                .orElse(Stage.REVIEW);
        boolean isNow = window.base.version() == versions().size()
                && deciding(window.course).equals(deciding(now()));
        try {
            window.session.reports().sign(window.report, window.base, stage, "有新发现", "", "demo".toCharArray());
            assertTrue(isNow, "signed on old ground");
            kept++;
            take(window);
        } catch (WorkstationException e) {
            refused++;
            take(window);
        }
    }

    private void act(Window window, Random random) throws Exception {
        if (random.nextBoolean()) {
            discard(window);
        }
        List<Kind> possible = window.session.course().possible(study.uid());
        Kind kind = possible.isEmpty() ? Kind.RETURNED : possible.get(random.nextInt(possible.size()));
        String code = kind == Kind.RETURNED ? "side" : kind == Kind.CHANGE_GRANTED ? Stage.AMENDMENT.name() : "";
        ActWish wish = ActWish.of(kind, window.course, code, "请核对");
        if (kind == Kind.CONSULTATION_ASKED) {
            wish = wish.to(
                    windows.get(window.equals(windows.get(2)) ? 1 : 2)
                            .session
                            .reports()
                            .author()
                            .userId(),
                    "");
        } else if (kind == Kind.COPY_RECALLED) {
            wish = wish.to("clinic", "申请科室");
        }
        List<CourseAct> before = now().acts();
        List<String> digests = versions().stream().map(SignedReport::digest).toList();
        try {
            window.session.course().act(study.uid(), wish);
            assertEquals(window.course.acts(), before, "an act of a window that had not seen the one before");
            assertEquals(digests.getLast(), wish.digest());
            kept++;
            take(window);
        } catch (WorkstationException e) {
            refused++;
            assertEquals(before, now().acts(), "refused, and nothing was done");
        }
    }

    private void everyWordIsSomewhere(String when) throws Exception {
        Session session = windows.getFirst().session;
        StringBuilder all = new StringBuilder();
        session.reports().versions(study.uid()).forEach(one -> all.append(text(one.report())));
        all.append(
                text(session.reports().open(study, ReportLanguage.CHINESE, "").report()));
        session.reporting().late().ofStudy(study.uid()).forEach(one -> all.append(text(one.words())));
        for (String word : words) {
            assertTrue(all.indexOf(word) >= 0, () -> when + ": " + word + " is lost");
        }
    }

    private static String text(Report report) {
        return report.text(SectionKind.IMPRESSION) + ' ' + report.text(SectionKind.ADDENDUM) + ' ';
    }

    /// Thrown away on purpose: nobody looks for what stood in the draft.
    private void discard(Window window) throws Exception {
        OpenReport open = window.session.reports().open(study, ReportLanguage.CHINESE, "");
        if (window.session.reports().discardDraft(study.uid(), open.base(), "不用")) {
            words.removeIf(text(open.report())::contains);
        }
    }

    private List<SignedReport> versions() throws Exception {
        return windows.getFirst().session.reports().versions(study.uid());
    }

    private ReportCourse now() throws Exception {
        return windows.getFirst().session.course().course(study.uid());
    }

    private static List<String> deciding(ReportCourse course) {
        return course.acts().stream()
                .filter(act -> !Set.of(Kind.COPY_RECALLED, Kind.FAMILY_TOLD).contains(act.kind()))
                .map(CourseAct::id)
                .toList();
    }
}
