package org.readingroom.desktop.boot;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeSet;
import org.readingroom.report.critical.CriticalAct;
import org.readingroom.report.critical.CriticalCase;
import org.readingroom.report.critical.CriticalContact;
import org.readingroom.report.critical.CriticalFinding;
import org.readingroom.report.critical.CriticalKind;
import org.readingroom.report.edit.ReportEdits;
import org.readingroom.report.model.Polarity;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.Stage;
import org.readingroom.report.workflow.CourseAct;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.Session;
import org.readingroom.services.reading.OpenReport;
import org.readingroom.services.reading.ReadingPriority;
import org.readingroom.services.reporting.ActWish;
import org.readingroom.services.reporting.CriticalValues;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.PatientId;
import org.readingroom.viewer.model.PersonName;
import org.readingroom.viewer.model.Sex;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.task.Progress;

/// A home in which a small invented department worked on one morning of March 2026: every study arrived at eight.
final class MadeDepartment {
    private static final byte[] PDF = {'%', 'P', 'D', 'F'};
    static final LocalDateTime ARRIVED = LocalDateTime.of(2026, 3, 2, 8, 0);

    private volatile Instant now = at(0);
    private final InstantSource clock = () -> now;

    /// What a person does, so many minutes after eight.
    private record Deed(int minute, String login, int study, String what, Polarity mark) {}

    private static final List<Deed> DEEDS = List.of(
            sign(30, "radiologist", 1, Stage.PRIMARY, Polarity.POSITIVE),
            sign(60, "radiologist", 3, Stage.PRIMARY, Polarity.POSITIVE),
            sign(60, "senior", 1, Stage.REVIEW, Polarity.POSITIVE),
            new Deed(70, "senior", 3, "RETURNED", Polarity.UNMARKED),
            sign(90, "radiologist", 3, Stage.PRIMARY, Polarity.POSITIVE),
            sign(100, "radiologist", 2, Stage.PRIMARY, Polarity.NEGATIVE),
            sign(119, "senior", 2, Stage.REVIEW, Polarity.NEGATIVE),
            sign(150, "senior", 3, Stage.REVIEW, Polarity.POSITIVE),
            sign(200, "radiologist", 4, Stage.PRIMARY, Polarity.NEGATIVE),
            sign(300, "radiologist", 5, Stage.PRIMARY, Polarity.UNMARKED),
            sign(400, "resident", 6, Stage.TRAINEE, Polarity.UNMARKED),
            sign(600, "senior", 4, Stage.REVIEW, Polarity.NEGATIVE),
            sign(1500, "senior", 5, Stage.REVIEW, Polarity.UNMARKED),
            sign(60 * 24 * 31, "radiologist", 7, Stage.PRIMARY, Polarity.POSITIVE));

    private static Deed sign(int minute, String login, int study, Stage stage, Polarity mark) {
        return new Deed(minute, login, study, stage.name(), mark);
    }

    /// Studies 1 to 3 and 7 are CT, 4 to 6 MR; 1 to 3 were emergencies, 4 and 5 were not, of 6 and 7 nobody says.
    void work(Path place) throws Exception {
        try (Home home = Home.openOrCreateDemo(
                place, QuickHome.options(clock).withRenderer(versions -> PDF), Progress.IGNORED)) {
            try (Session session = QuickHome.signIn(home, "senior")) {
                for (int study = 1; study <= 5; study++) {
                    session.worklist()
                            .setPriority(uid(study), study <= 3 ? ReadingPriority.STAT : ReadingPriority.ROUTINE);
                }
                critical(session);
            }
            for (Deed deed : DEEDS) {
                now = at(deed.minute());
                try (Session session = QuickHome.signIn(home, deed.login())) {
                    act(session, deed);
                }
            }
        }
    }

    /// Three values at eight: told after 4 minutes, after 12, and never.
    private void critical(Session session) throws Exception {
        CriticalValues values = session.reporting().critical();
        CriticalCase quick = discover(values, 91);
        CriticalCase slow = discover(values, 92);
        discover(values, 93);
        now = at(4);
        tell(values, quick);
        now = at(12);
        tell(values, slow);
    }

    private static CriticalCase discover(CriticalValues values, int study) throws Exception {
        CriticalCase loop = values.discover(CriticalFinding.of(
                values.dictionary(),
                values.dictionary().entry("pulmonary-embolism").orElseThrow(),
                uid(study),
                "r",
                "s",
                "右肺动脉主干充盈缺损。"));
        return values.perform(loop.id(), CriticalAct.of(CriticalKind.VERIFIED));
    }

    private static void tell(CriticalValues values, CriticalCase loop) throws Exception {
        values.perform(
                loop.id(),
                CriticalAct.of(CriticalKind.NOTIFIED)
                        .with(new CriticalContact("护士丁", "急诊科", "8120", CriticalContact.Medium.PHONE, "复述")));
    }

    private static void act(Session session, Deed deed) throws Exception {
        if (deed.what().equals(CourseAct.Kind.RETURNED.name())) {
            String last =
                    session.reports().versions(uid(deed.study())).getLast().digest();
            session.course().act(uid(deed.study()), ActWish.of(CourseAct.Kind.RETURNED, last, "wording", "请修改"));
            return;
        }
        OpenReport open = session.reports().open(study(deed.study()), ReportLanguage.CHINESE, "演示医院");
        Report report = ReportEdits.setText(open.report(), SectionKind.FINDINGS, "未见异常。")
                .apply(open.report());
        report = ReportEdits.setText(report, SectionKind.IMPRESSION, "请结合临床。").apply(report);
        session.reports()
                .sign(
                        report.withConclusion(deed.mark()),
                        open.baseVersion(),
                        Stage.valueOf(deed.what()),
                        "",
                        "demo".toCharArray());
    }

    private static Study study(int number) {
        return new Study(
                uid(number),
                new Patient(
                        new PatientId("M-" + number, ""), new PersonName("Ceshi^" + number, "", ""), null, Sex.FEMALE),
                "M" + number,
                ARRIVED,
                "",
                new TreeSet<>(List.of(number <= 3 || number == 7 ? "CT" : "MR")),
                "",
                1,
                1);
    }

    private static StudyUid uid(int number) {
        return new StudyUid("2.25.77" + number);
    }

    private static Instant at(int minute) {
        return ARRIVED.plusMinutes(minute).atZone(ZoneId.systemDefault()).toInstant();
    }
}
