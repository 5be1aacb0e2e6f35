package org.readingroom.desktop.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.desktop.fx.StatusViewModel;
import org.readingroom.desktop.fx.Words;
import org.readingroom.desktop.gate.ExitDoor;
import org.readingroom.report.model.Polarity;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportId;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.Section;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SentenceId;
import org.readingroom.report.model.SentenceOrigin;
import org.readingroom.report.model.Stage;
import org.readingroom.report.model.StudyIdentity;
import org.readingroom.report.redline.Digest;
import org.readingroom.report.redline.RedlineAct;
import org.readingroom.report.redline.RedlineVersion;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.Session;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.PatientId;
import org.readingroom.viewer.model.PersonName;
import org.readingroom.viewer.model.Sex;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.testing.StepRunner;

// [utest->req~report.digest.export~1]
class DigestExportTest {
    private static final Instant FIRST = Instant.parse("2026-03-01T08:00:00Z");

    @TempDir
    Path folder;

    private final StepRunner runner = new StepRunner();
    private final StatusViewModel status = new StatusViewModel();
    private final Words words = new Words(Locale.ENGLISH);

    private static RedlineVersion version(int number, String who, Stage stage, String side, Polarity mark) {
        StudyIdentity study = new StudyIdentity(
                new StudyUid("2.25.71"),
                new Patient(new PatientId("=M-1", ""), new PersonName("Ceshi^Yi", "", ""), null, Sex.FEMALE),
                "A-71",
                LocalDateTime.of(2026, 3, 1, 7, 0),
                "CT",
                "CHEST",
                "Chest, plain",
                "");
        Report report = new Report(
                        new ReportId("r"),
                        study,
                        ReportLanguage.CHINESE,
                        "",
                        List.of(new Section(
                                SectionKind.FINDINGS,
                                List.of(new ReportSentence(
                                        new SentenceId("1"),
                                        side + "侧胸腔积液。",
                                        SentenceOrigin.HUMAN,
                                        List.of(),
                                        List.of(),
                                        List.of())))))
                .withConclusion(mark);
        return new RedlineVersion(
                report, new RedlineAct(number, stage, who, "Dr " + who, FIRST.plusSeconds(3600L * number), ""));
    }

    /// By hand: the side of the one sentence, and the mark.
    private static Digest digest() {
        return Digest.of(
                "resident",
                List.of(List.of(
                        version(1, "resident", Stage.TRAINEE, "左", Polarity.POSITIVE),
                        version(2, "senior", Stage.PRIMARY, "右", Polarity.NEGATIVE))),
                FIRST,
                0);
    }

    private DigestExport export(Session session) {
        return new DigestExport(new ExitDoor(session.gate(), runner, status, words), words, status);
    }

    @Test
    void oneRowAChangeAndNoFormulaLeavesThroughTheGate() throws Exception {
        Path file = folder.resolve("digest.csv");
        try (Home home = QuickHome.demo(folder.resolve("home"));
                Session session = QuickHome.signIn(home, "resident")) {
            export(session).exportTo(file, digest());
            assertFalse(Files.exists(file), "written past the gate");
            runner.runAll();
            assertEquals(
                    "\uFEFFDay of the examination,Patient ID,Accession number,Modality,Examination,Section,"
                            + "Kinds of change,Stage,Changed by,When,Reason\r\n"
                            + "2026-03-01,'=M-1,A-71,CT,\"Chest, plain\",Findings,side,Primary report,Dr senior,"
                            + "2026-03-01T10:00:00Z,\r\n"
                            + "2026-03-01,'=M-1,A-71,CT,\"Chest, plain\",,Positive or negative mark,Primary report,"
                            + "Dr senior,2026-03-01T10:00:00Z,\r\n",
                    Files.readString(file));
            assertTrue(
                    session.audit().latest(5).stream()
                            .anyMatch(event -> event.type().startsWith("export")),
                    "the trail knows that it left");
        }
    }

    @Test
    void whoMayNotReadTakesNothing() throws Exception {
        Path file = folder.resolve("digest.csv");
        try (Home home = QuickHome.demo(folder.resolve("home"));
                Session session = QuickHome.signIn(home, "admin")) {
            export(session).exportTo(file, digest());
            runner.runAll();
            assertFalse(Files.exists(file));
        }
    }

    @Test
    void aFolderThatIsNotThereIsSaid() throws Exception {
        try (Home home = QuickHome.demo(folder.resolve("home"));
                Session session = QuickHome.signIn(home, "resident")) {
            export(session).exportTo(folder.resolve("none/digest.csv"), digest());
            runner.runAll();
            assertEquals(
                    "The table cannot be written there",
                    status.messageProperty().get());
        }
    }
}
