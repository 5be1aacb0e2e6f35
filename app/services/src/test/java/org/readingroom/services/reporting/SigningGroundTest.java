package org.readingroom.services.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.report.critical.CriticalFinding;
import org.readingroom.report.edit.ReportEdits;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.Stage;
import org.readingroom.report.quality.ImageGrade;
import org.readingroom.report.quality.ImageQualityWish;
import org.readingroom.report.quality.JudgedImages;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.Session;
import org.readingroom.services.reading.OpenReport;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.services.testing.SmallDicom;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;

/// A report is being signed: the rules were asked, the PDF is being drawn, and a second session changes what the
/// signature rests on.
class SigningGroundTest {
    private static final StudyUid STUDY = new StudyUid("2.25.1001");

    @TempDir
    Path folder;

    private final AtomicReference<@Nullable Callable<?>> meanwhile = new AtomicReference<>();
    private Home home;
    private Session one;
    private Session two;
    private Study study;

    @BeforeEach
    void open() throws Exception {
        home = Home.openOrCreateDemo(
                folder.resolve("home"),
                QuickHome.options(new QuickHome.Clock()).withRenderer(versions -> {
                    Callable<?> act = meanwhile.getAndSet(null);
                    if (act != null) {
                        try {
                            act.call();
                        } catch (Exception e) {
                            throw new AssertionError("the second session was refused", e);
                        }
                    }
                    return new byte[] {'%', 'P', 'D', 'F'};
                }),
                Progress.IGNORED);
        one = QuickHome.signIn(home, "radiologist");
        two = QuickHome.signIn(home, "senior");
        Path file = Files.write(folder.resolve("a"), SmallDicom.of(1, 1).bytes());
        one.imports().importPaths(List.of(file), Progress.IGNORED);
        study = one.studies().study(STUDY).orElseThrow();
        grade(one, ImageGrade.A);
    }

    @AfterEach
    void close() {
        two.close();
        one.close();
        home.close();
    }

    // [utest->req~report.workflow.ground-compared~1]
    @Test
    void imagesThatAreRejectedWhileTheReportIsBeingSignedStopIt() throws Exception {
        meanwhile.set(() -> grade(two, ImageGrade.D));
        assertEquals("services.report.graded-meanwhile", refused());
        assertNull(meanwhile.get(), "the second session came in between");
        assertEquals(List.of(), one.reports().versions(STUDY));
        assertEquals(List.of(), one.outbox().entries());
        assertEquals("services.report.refused", refused(), "and now the rules see it");
        grade(two, ImageGrade.B);
        sign();
        assertEquals(1, one.reports().versions(STUDY).size());
        assertTrue(one.audit().verify().isIntact());
    }

    // [utest->req~report.workflow.ground-compared~1]
    @Test
    void aCriticalValueThatIsFoundWhileTheReportIsBeingSignedIsSeen() throws Exception {
        CriticalValues values = two.reporting().critical();
        CriticalFinding finding = CriticalFinding.of(
                values.dictionary(),
                values.dictionary().entry("pulmonary-embolism").orElseThrow(),
                STUDY,
                "r",
                "s",
                "右肺动脉主干充盈缺损。");
        meanwhile.set(() -> values.discover(finding));
        assertEquals("services.report.critical-meanwhile", refused());
        assertEquals(List.of(), one.reports().versions(STUDY));
    }

    /// Of another study nothing is compared.
    // [utest->req~report.workflow.ground-compared~1]
    @Test
    void whatIsJudgedOfAnotherStudyRefusesNothing() throws Exception {
        JudgedImages others = new JudgedImages(new StudyUid("2.25.7"), "CT", Set.of("CT"), 3);
        meanwhile.set(() -> two.reporting()
                .imageQuality()
                .act(others, ImageQualityWish.grade(ImageGrade.D, List.of("motion"), "")));
        sign();
        assertEquals(1, one.reports().versions(STUDY).size());
    }

    private Object grade(Session session, ImageGrade grade) throws WorkstationException {
        List<String> defects = grade == ImageGrade.A ? List.of() : List.of("motion");
        return session.reporting()
                .imageQuality()
                .act(JudgedImages.of(study), ImageQualityWish.grade(grade, defects, ""));
    }

    private Report written() throws WorkstationException {
        OpenReport open = one.reports().open(study, ReportLanguage.CHINESE, "");
        Report found = ReportEdits.setText(open.report(), SectionKind.FINDINGS, "左肺上叶见结节。")
                .apply(open.report());
        return ReportEdits.setText(found, SectionKind.IMPRESSION, "左肺结节。").apply(found);
    }

    private void sign() throws WorkstationException {
        one.reports().sign(written(), 0, Stage.PRIMARY, "", "demo".toCharArray());
    }

    private String refused() {
        return assertThrows(WorkstationException.class, this::sign).messageKey();
    }
}
