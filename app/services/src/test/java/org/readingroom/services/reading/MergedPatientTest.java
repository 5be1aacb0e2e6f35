package org.readingroom.services.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.Stage;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.Session;
import org.readingroom.services.ris.Order;
import org.readingroom.services.ris.OrderChanges;
import org.readingroom.services.ris.PatientLink;
import org.readingroom.services.sync.OutboxEntry;
import org.readingroom.services.sync.OutboxKinds;
import org.readingroom.services.testing.Orders;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.services.testing.SmallDicom;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.PatientId;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.task.Progress;

/// Two numbers of one person, brought together and set apart again, in a home with a draft.
// [utest->req~patient.merged~1]
class MergedPatientTest {
    private static final PatientId OLD = new PatientId("DEMO-71", "");
    private static final PatientId NEW = new PatientId("DEMO-72", "");

    @TempDir
    private Path folder;

    private static WorklistRow row(Session session, int study) throws Exception {
        return session.worklist().rows().stream()
                .filter(row -> row.uid().equals(java.util.Optional.of(new StudyUid("2.25.100" + study))))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aDraftGoesWithItsStudyToTheOtherNumberAndBack() throws Exception {
        try (Home home = QuickHome.demo(folder.resolve("home"));
                Session session = QuickHome.signIn(home, "radiologist")) {
            for (int study : new int[] {71, 72}) {
                Files.write(
                        folder.resolve(study + ".dcm"), SmallDicom.of(study, 1).bytes());
                session.imports().importPaths(List.of(folder.resolve(study + ".dcm")), Progress.IGNORED);
            }
            Study study = row(session, 71).study().orElseThrow();
            Report draft =
                    session.reports().open(study, ReportLanguage.ENGLISH, "").report();
            session.reports().saveDraft(draft, 0);

            // The order names the number that is left, and no study.
            Order order = Orders.withoutStudy(Orders.waiting("o", 71));
            Patient under = new Patient(
                    NEW,
                    order.patient().name(),
                    order.patient().birthDate(),
                    order.patient().sex());
            session.orders().take(new OrderChanges(List.of(Orders.of(order, under)), List.of(), "c", true));
            session.worklist().survivors().links().take(List.of(new PatientLink(OLD, NEW)));

            WorklistRow merged = row(session, 71);
            assertNotNull(merged.order(), "the order found its pictures");
            assertEquals(NEW, merged.study().orElseThrow().patient().id());
            assertEquals(ReadingState.DRAFT, merged.state());
            OpenReport open = session.reports().open(merged.study().orElseThrow(), ReportLanguage.ENGLISH, "");
            assertTrue(open.isDraft());
            assertEquals(draft.id(), open.report().id());
            assertEquals(NEW, open.report().study().patient().id());
            List<PriorStudy> others = PriorFinder.of(
                    merged.study().orElseThrow(),
                    List.of(row(session, 72).study().orElseThrow()));
            assertEquals(PatientIdentity.SAME, others.getFirst().identity());
            session.reports().saveDraft(open.report(), 0);

            session.worklist().survivors().links().take(List.of(new PatientLink(OLD, null)));
            WorklistRow apart = row(session, 71);
            assertEquals(ReadingState.DRAFT, apart.state());
            OpenReport again = session.reports().open(apart.study().orElseThrow(), ReportLanguage.ENGLISH, "");
            assertEquals(draft.id(), again.report().id());
            assertEquals(OLD, again.report().study().patient().id());
            assertEquals(
                    List.of(),
                    PriorFinder.of(
                                    apart.study().orElseThrow(),
                                    List.of(row(session, 72).study().orElseThrow()))
                            .stream()
                            .filter(PriorStudy::isSure)
                            .toList());
        }
    }

    /// The hospital closes its case under the number that is left, although the images carry the other one.
    // [utest->req~report.dispatch~1]
    @Test
    void theCaseIsToldToBeReadUnderTheNumberThatIsLeft() throws Exception {
        assertEquals(List.of("o"), toldToBeRead("merged", new PatientLink(OLD, NEW)));
        assertEquals(List.of(), toldToBeRead("apart", new PatientLink(OLD, null)), "somebody else's");
    }

    /// The Tasks that the review of study 71 closes, whose order names [#NEW] and no study.
    private List<String> toldToBeRead(String place, PatientLink link) throws Exception {
        try (Home home = QuickHome.demo(folder.resolve(place))) {
            Study study;
            try (Session session = QuickHome.signIn(home, "radiologist")) {
                Path file = Files.write(
                        folder.resolve(place + ".dcm"), SmallDicom.of(71, 1).bytes());
                session.imports().importPaths(List.of(file), Progress.IGNORED);
                study = session.studies().study(new StudyUid("2.25.10071")).orElseThrow();
                Order order = Orders.withoutStudy(Orders.waiting("o", 71));
                Patient under = new Patient(
                        NEW,
                        order.patient().name(),
                        order.patient().birthDate(),
                        order.patient().sex());
                session.orders().take(new OrderChanges(List.of(Orders.of(order, under)), List.of(), "c", true));
                session.worklist().survivors().links().take(List.of(link));
                Report first = Reports.written(
                        session.reports()
                                .open(study, ReportLanguage.CHINESE, "")
                                .report(),
                        "右肺结节。");
                session.reports().sign(first, 0, Stage.PRIMARY, "", "demo".toCharArray());
            }
            try (Session session = QuickHome.signIn(home, "senior")) {
                Report report = session.reports()
                        .open(study, ReportLanguage.CHINESE, "")
                        .report();
                session.reports().sign(report, 1, Stage.REVIEW, "", "demo".toCharArray());
                List<String> told = new ArrayList<>();
                for (OutboxEntry entry : session.outbox().entries()) {
                    if (entry.kind().equals(OutboxKinds.TASK)) {
                        told.add(new String(session.outbox().body(entry.id()), StandardCharsets.UTF_8));
                    }
                }
                return told;
            }
        }
    }

    @Test
    void aDraftOnASignedVersionKeepsTheNumberItWasSignedUnder() throws Exception {
        try (Home home = QuickHome.demo(folder.resolve("home"));
                Session session = QuickHome.signIn(home, "radiologist")) {
            Files.write(folder.resolve("71.dcm"), SmallDicom.of(71, 1).bytes());
            session.imports().importPaths(List.of(folder.resolve("71.dcm")), Progress.IGNORED);
            Study study = row(session, 71).study().orElseThrow();
            Report first = Reports.written(
                    session.reports().open(study, ReportLanguage.CHINESE, "").report(), "右肺结节。");
            session.reports().sign(first, 0, Stage.PRIMARY, "", "demo".toCharArray());
            session.reports().saveDraft(Reports.written(first, "右肺上叶结节。"), 1);
            session.worklist().survivors().links().take(List.of(new PatientLink(OLD, NEW)));
            Study merged = row(session, 71).study().orElseThrow();
            assertEquals(NEW, merged.patient().id());
            try (Session senior = QuickHome.signIn(home, "senior")) {
                OpenReport open = senior.reports().open(merged, ReportLanguage.CHINESE, "");
                assertTrue(open.isDraft());
                assertEquals(OLD, open.report().study().patient().id());
                senior.reports().sign(open.report(), 1, Stage.REVIEW, "", "demo".toCharArray());
                assertTrue(senior.reports().verify(study.uid()).stream().allMatch(VersionVerdict::isSound));
            }
        }
    }
}
