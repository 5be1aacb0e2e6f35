package org.readingroom.services.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
import org.readingroom.report.model.StudyIdentity;
import org.readingroom.report.workflow.CourseAct.Kind;
import org.readingroom.report.workflow.Refusal;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.Session;
import org.readingroom.services.reading.OpenReport;
import org.readingroom.services.reading.SigningRefusedException;
import org.readingroom.services.reading.VersionVerdict;
import org.readingroom.services.ris.PatientLink;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.services.testing.SmallDicom;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.PatientId;
import org.readingroom.viewer.model.PersonName;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.task.Progress;

/// A report given out under one patient, put right by a granted correction whose draft is taken up more than once.
// [utest->req~report.workflow.reissue-identity~1]
class ReissueIdentityTest {
    private static final PatientId OLD = new PatientId("DEMO-1", "");
    private static final PatientId NEW = new PatientId("DEMO-2", "");

    @TempDir
    private Path folder;

    private Home home;
    private Study study;

    @BeforeEach
    void grant() throws Exception {
        home = QuickHome.demo(folder.resolve("home"));
        Path file = Files.write(folder.resolve("a"), SmallDicom.of(1, 1).bytes());
        try (Session session = QuickHome.signIn(home, "radiologist")) {
            session.imports().importPaths(List.of(file), Progress.IGNORED);
            study = session.studies().study(new StudyUid("2.25.1001")).orElseThrow();
            assertEquals(OLD, study.patient().id());
            Report report = open(session, study).report();
            for (SectionKind kind : List.of(SectionKind.TECHNIQUE, SectionKind.FINDINGS, SectionKind.IMPRESSION)) {
                report = ReportEdits.setText(report, kind, "右肺见结节。").apply(report);
            }
            session.reports().sign(report, 0, Stage.PRIMARY, "", "demo".toCharArray());
        }
        try (Session session = QuickHome.signIn(home, "senior")) {
            session.reports().sign(open(session, study).report(), 1, Stage.REVIEW, "", "demo".toCharArray());
        }
        act("resident", Kind.CHANGE_REQUESTED, "");
        act("senior", Kind.CHANGE_GRANTED, "CORRECTION");
    }

    @AfterEach
    void close() {
        home.close();
    }

    private static OpenReport open(Session session, Study study) throws Exception {
        return session.reports().open(study, ReportLanguage.CHINESE, "演示医院");
    }

    private void act(String login, Kind kind, String code) throws Exception {
        try (Session session = QuickHome.signIn(home, login)) {
            String digest = session.reports().versions(study.uid()).getLast().digest();
            session.course().act(study.uid(), ActWish.of(kind, digest, code, "患者登记错误"));
        }
    }

    @Test
    void savedAndTakenUpAgainItIsStillThePatientTheStudyHasNow() throws Exception {
        try (Session session = QuickHome.signIn(home, "radiologist")) {
            session.worklist().survivors().links().take(List.of(new PatientLink(OLD, NEW)));
            Study now = session.worklist().survivors().of(study);
            OpenReport first = open(session, now);
            assertEquals(NEW, first.report().study().patient().id());
            session.reports().saveDraft(first.report(), first.base());
            OpenReport again = open(session, now);
            assertTrue(again.isDraft());
            assertEquals(StudyIdentity.of(now, "演示医院"), again.report().study());
            SignedReport signed = session.reports()
                    .sign(again.report(), again.base(), Stage.CORRECTION, "", "", "demo".toCharArray());
            assertEquals(NEW, signed.report().study().patient().id());
            assertTrue(session.reports().verify(study.uid()).stream().allMatch(VersionVerdict::isSound));
        }
    }

    /// Before the change was granted, or after it was taken back, no part of the other identity stays.
    @Test
    void noDraftMixesTwoPeopleAndNoneIsSignedOfSomebodyElse() throws Exception {
        Patient who = study.patient();
        Patient other = new Patient(NEW, PersonName.parse("Li^Yi"), null, who.sex());
        Study now = of(other);
        try (Session session = QuickHome.signIn(home, "radiologist")) {
            OpenReport first = open(session, now);
            assertEquals(other, first.report().study().patient());
            session.reports().saveDraft(first.report(), first.base());
            OpenReport again = open(session, now);
            assertEquals(other, again.report().study().patient());
            SigningRefusedException refused = assertThrows(
                    SigningRefusedException.class,
                    () -> session.reports()
                            .sign(again.report(), again.base(), Stage.CORRECTION, "", "", "demo".toCharArray()));
            assertEquals(
                    List.of("reissue-identity"),
                    refused.refusals().stream().map(Refusal::ruleId).toList(),
                    "the study here is of the first");
        }
        act("senior", Kind.WITHDRAWN, "");
        try (Session session = QuickHome.signIn(home, "radiologist")) {
            assertEquals(who, open(session, now).report().study().patient());
        }
    }

    private Study of(Patient patient) {
        return new Study(
                study.uid(),
                patient,
                study.accessionNumber(),
                study.dateTime(),
                study.description(),
                study.modalities(),
                study.bodyPart(),
                study.seriesCount(),
                study.instanceCount());
    }
}
