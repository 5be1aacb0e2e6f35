package org.readingroom.services.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.assets.Messages;
import org.readingroom.report.edit.ReportEdits;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.Stage;
import org.readingroom.report.model.StudyIdentity;
import org.readingroom.report.quality.GradedImages;
import org.readingroom.report.quality.ImageGrade;
import org.readingroom.report.quality.ImageQuality;
import org.readingroom.report.quality.ImageQualityAct;
import org.readingroom.report.quality.ImageQualityWish;
import org.readingroom.report.quality.JudgedImages;
import org.readingroom.report.workflow.Refusal;
import org.readingroom.services.audit.AuditEvent;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.HomeOptions;
import org.readingroom.services.home.Session;
import org.readingroom.services.link.Listening;
import org.readingroom.services.reading.OpenReport;
import org.readingroom.services.reading.SigningRefusedException;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.services.testing.SmallDicom;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.PatientId;
import org.readingroom.viewer.model.PersonName;
import org.readingroom.viewer.model.Sex;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;

class ImageQualitiesTest {
    private static final String WHY = "斑马鱼样伪影";
    private static final ImageQualityWish GOOD = ImageQualityWish.grade(ImageGrade.A, List.of(), "");
    private static final ImageQualityWish WASTE = ImageQualityWish.grade(ImageGrade.D, List.of("motion"), WHY);
    private static final ImageQualityWish BACK = ImageQualityWish.giveBack(ImageGrade.D, "重做");

    @TempDir
    Path folder;

    private final QuickHome.Clock clock = new QuickHome.Clock();

    // [utest->req~report.image-quality.kept~1]
    // [utest->req~report.image-quality.course~1]
    @Test
    void twoPeopleSendImagesBackAndTakeThemAgainThroughRestartsSealedAndAudited() throws Exception {
        try (Home home = QuickHome.demo(folder, clock);
                Session session = QuickHome.signIn(home, "radiologist")) {
            ImageQualities qualities = session.reporting().imageQuality();
            int[] told = new int[1];
            Listening listening = qualities.onChange(() -> told[0]++);
            qualities.act(images("2.25.1", "CT", 24), WASTE);
            ActRefusedException refused =
                    assertThrows(ActRefusedException.class, () -> qualities.act(images("2.25.2", "CT", 3), BACK));
            assertEquals(
                    List.of("image-quality.return-grade"),
                    refused.refusals().stream().map(Refusal::ruleId).toList());
            clock.advance(Duration.ofMinutes(1));
            assertTrue(qualities.act(images("2.25.1", "CT", 24), BACK).isReturned());
            qualities.act(images("2.25.3", "MR", 9), GOOD);
            assertEquals(3, told[0], "who listens is told of each act, and of no refusal");
            listening.close();
            qualities.act(images("2.25.3", "MR", 9), ImageQualityWish.grade(ImageGrade.B, List.of("noise"), ""));
            assertEquals(3, told[0]);
        }
        clock.advance(Duration.ofMinutes(59));
        try (Home home = QuickHome.demo(folder, clock);
                Session session = QuickHome.signIn(home, "senior")) {
            ImageQualities qualities = session.reporting().imageQuality();
            List<ImageQuality> stopped = qualities.stopped();
            assertEquals(1, stopped.size());
            ImageQualityAct returned = stopped.getFirst().returned().orElseThrow();
            assertEquals("重做", returned.words());
            assertEquals(new StudyUid("2.25.1"), returned.images().study());
            assertEquals(ImageQuality.NONE, qualities.ofStudy(new StudyUid("2.25.2")));
            ImageQuality again = qualities.act(images("2.25.1", "CT", 48), GOOD);
            assertEquals(
                    List.of(
                            "GRADED D 2026-03-02T09:00:00Z",
                            "RETURNED D 2026-03-02T09:01:00Z",
                            "GRADED A 2026-03-02T10:00:00Z"),
                    again.acts().stream()
                            .map(act -> act.kind() + " " + act.grade() + " " + act.at())
                            .toList());
            assertEquals(again, qualities.ofStudy(new StudyUid("2.25.1")), "as it lies on the disk");
            assertEquals(List.of(), qualities.stopped());
            List<AuditEvent> trail = session.audit().latest(30);
            assertEquals(4, count(trail, "image-quality.graded", AuditEvent.Outcome.SUCCESS));
            assertEquals(1, count(trail, "image-quality.returned", AuditEvent.Outcome.SUCCESS));
            assertEquals(
                    5,
                    trail.stream()
                            .filter(each -> each.type().startsWith("image-quality.")
                                    && each.outcome() == AuditEvent.Outcome.SUCCESS)
                            .count());
            assertEquals(
                    6,
                    trail.stream()
                            .filter(each -> each.type().startsWith("image-quality."))
                            .count());
            assertTrue(trail.stream().noneMatch(each -> each.detail().contains(WHY)), "words in the trail");
            assertTrue(session.audit().verify().isIntact());
        }
        assertFalse(liesOpen(WHY), "a remark lies open on the disk");
    }

    private static long count(List<AuditEvent> trail, String type, AuditEvent.Outcome outcome) {
        return trail.stream()
                .filter(each -> each.type().equals(type) && each.outcome() == outcome)
                .count();
    }

    // [utest->req~report.image-quality.kept~1]
    @Test
    void noStatementChangesOrDeletesAnAct() throws Exception {
        try (Home home = QuickHome.demo(folder, clock);
                Session session = QuickHome.signIn(home, "resident")) {
            session.reporting().imageQuality().act(images("2.25.1", "CT", 24), WASTE);
        }
        try (Connection file = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("documents.db"));
                Statement statement = file.createStatement()) {
            statement.execute("PRAGMA recursive_triggers=ON"); // as the program opens it
            for (String change : List.of(
                    "DELETE FROM image_quality",
                    "UPDATE image_quality SET grade = 'A'",
                    "REPLACE INTO image_quality SELECT * FROM image_quality")) {
                String said = assertThrows(SQLException.class, () -> statement.execute(change), change)
                        .getMessage();
                assertTrue(said.contains("judged of images"), said);
            }
            statement.execute("DROP TRIGGER image_quality_never_update");
            statement.execute("UPDATE image_quality SET grade = 'A'");
        }
        try (Home home = QuickHome.demo(folder, clock);
                Session session = QuickHome.signIn(home, "resident")) {
            ImageQualities qualities = session.reporting().imageQuality();
            assertThrows(
                    WorkstationException.class,
                    () -> qualities.ofStudy(new StudyUid("2.25.1")),
                    "the open grade is not that of the sealed act");
            Report report = report(session, "2.25.1");
            assertEquals(
                    "image.rejected",
                    qualities.join(report, List.of()).getFirst().checkId());
        }
    }

    // [utest->req~report.image-quality.counts~1]
    @Test
    void countsTheGradesOfAPeriod() throws Exception {
        try (Home home = QuickHome.demo(folder, clock);
                Session session = QuickHome.signIn(home, "senior")) {
            ImageQualities qualities = session.reporting().imageQuality();
            qualities.act(images("2.25.1", "CT", 24), WASTE);
            qualities.act(images("2.25.1", "CT", 24), BACK);
            qualities.act(images("2.25.2", "MR", 9), WASTE); // a slip
            qualities.act(images("2.25.2", "MR", 9), GOOD);
            clock.advance(Duration.ofHours(1));
            qualities.act(images("2.25.1", "CT", 24), GOOD);
            List<GradedImages> first = qualities.gradedBetween(QuickHome.START, QuickHome.START.plusSeconds(3600));
            assertEquals(
                    List.of(
                            new GradedImages("CT", ImageGrade.D, QuickHome.START),
                            new GradedImages("MR", ImageGrade.A, QuickHome.START)),
                    first);
            assertEquals(
                    List.of(new GradedImages("CT", ImageGrade.A, QuickHome.START.plusSeconds(3600))),
                    qualities.gradedBetween(QuickHome.START.plusSeconds(3600), QuickHome.START.plusSeconds(3601)));
            assertEquals(
                    List.of(), qualities.gradedBetween(QuickHome.START.plusSeconds(1), QuickHome.START.plusSeconds(9)));
        }
    }

    // [utest->req~report.image-quality.signing~1]
    // [utest->req~report.image-quality.refusals~1]
    @Test
    void nobodySignsOverRejectedImagesAndAnIssuedReportKeepsItsGrade() throws Exception {
        Path file = Files.write(folder.resolve("a"), SmallDicom.of(1, 1).bytes());
        Path place = folder.resolve("home");
        HomeOptions options = QuickHome.options(clock).withRenderer(versions -> new byte[] {'%', 'P', 'D', 'F'});
        try (Home home = Home.openOrCreateDemo(place, options, Progress.IGNORED);
                Session session = QuickHome.signIn(home, "radiologist")) {
            session.imports().importPaths(List.of(file), Progress.IGNORED);
            Study study = session.studies().study(new StudyUid("2.25.1001")).orElseThrow();
            JudgedImages images = JudgedImages.of(study);
            ImageQualities qualities = session.reporting().imageQuality();
            OpenReport open = session.reports().open(study, ReportLanguage.CHINESE, "");
            Report report = ReportEdits.setText(open.report(), SectionKind.FINDINGS, "左肺上叶见结节。")
                    .apply(open.report());
            Report written =
                    ReportEdits.setText(report, SectionKind.IMPRESSION, "左肺结节。").apply(report);
            qualities.act(images, WASTE);
            SigningRefusedException refused = assertThrows(
                    SigningRefusedException.class,
                    () -> session.reports().sign(written, open.baseVersion(), Stage.PRIMARY, "", "demo".toCharArray()));
            assertTrue(
                    refused.refusals().stream()
                            .anyMatch(each -> each.messageKey().equals("report.check.image.rejected")),
                    refused.refusals().toString());
            qualities.act(images, GOOD);
            session.reports().sign(written, open.baseVersion(), Stage.PRIMARY, "", "demo".toCharArray());
            qualities.act(images, ImageQualityWish.grade(ImageGrade.C, List.of("noise"), ""));
        }
        try (Home home = Home.openOrCreateDemo(place, options, Progress.IGNORED);
                Session session = QuickHome.signIn(home, "senior")) {
            reviewAndGradeTooLate(session);
        }
    }

    private static void reviewAndGradeTooLate(Session session) throws WorkstationException {
        Study study = session.studies().study(new StudyUid("2.25.1001")).orElseThrow();
        OpenReport open = session.reports().open(study, ReportLanguage.CHINESE, "");
        session.reports().sign(open.report(), open.baseVersion(), Stage.REVIEW, "", "demo".toCharArray());
        ImageQualities qualities = session.reporting().imageQuality();
        assertEquals(
                "report.image-quality.rule.issued",
                assertThrows(WorkstationException.class, () -> qualities.act(JudgedImages.of(study), WASTE))
                        .messageKey());
        assertEquals(
                ImageGrade.C,
                qualities.ofStudy(study.uid()).grading().orElseThrow().grade());
    }

    // [utest->req~report.image-quality.printed~1]
    @Test
    void theGradeIsPrintedOnlyWhereTheHospitalSaysSo() throws Exception {
        try (Home home = QuickHome.demo(folder, clock);
                Session session = QuickHome.signIn(home, "senior")) {
            ImageQualities qualities = session.reporting().imageQuality();
            qualities.act(images("2.25.1", "CT", 24), ImageQualityWish.grade(ImageGrade.B, List.of("motion"), ""));
            assertEquals(Optional.empty(), qualities.printed(report(session, "2.25.1")));
        }
        try (InputStream shipped = Messages.class.getResourceAsStream("rules/image-quality-1.json")) {
            String text = new String(Objects.requireNonNull(shipped).readAllBytes(), StandardCharsets.UTF_8);
            Files.writeString(
                    folder.resolve("image-quality.json"), text.replace("\"printed\": false", "\"printed\": true"));
        }
        try (Home home = QuickHome.demo(folder, clock);
                Session session = QuickHome.signIn(home, "senior")) {
            ImageQualities qualities = session.reporting().imageQuality();
            assertEquals(Optional.of("乙 · 运动伪影"), qualities.printed(report(session, "2.25.1")));
            assertEquals(Optional.empty(), qualities.printed(report(session, "2.25.2")), "nobody graded it");
        }
    }

    // [utest->req~report.image-quality.rules~1]
    @Test
    void aBrokenFileOfTheHospitalIsSaidAndTheShippedOneHolds() throws Exception {
        assertFalse(ImageQualityFiles.in(folder).isBroken());
        Files.writeString(folder.resolve("image-quality.json"), "{");
        assertTrue(ImageQualityFiles.in(folder).isBroken());
        assertEquals(Set.of(ImageGrade.D), ImageQualityFiles.in(folder).rules().blocking());
    }

    private static JudgedImages images(String study, String modality, int count) {
        return new JudgedImages(new StudyUid(study), modality, Set.of(modality), count);
    }

    private static Report report(Session session, String study) {
        return Report.blank(
                new StudyIdentity(
                        new StudyUid(study),
                        new Patient(new PatientId("X1", ""), new PersonName("Ceshi^Yi", "", ""), null, Sex.FEMALE),
                        "A1",
                        null,
                        "CT",
                        "CHEST",
                        "",
                        ""),
                ReportLanguage.CHINESE);
    }

    private boolean liesOpen(String words) throws Exception {
        String wanted = new String(words.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(wanted)) {
                    return true;
                }
            }
        }
        return false;
    }
}
