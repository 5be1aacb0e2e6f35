package org.readingroom.services.home;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportJson;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.Section;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SentenceOrigin;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.Stage;
import org.readingroom.services.link.LinkKind;
import org.readingroom.services.reading.OpenReport;
import org.readingroom.services.reading.ReadingState;
import org.readingroom.services.reading.Reports;
import org.readingroom.services.sync.OutboxEntry;
import org.readingroom.services.sync.OutboxEntry.State;
import org.readingroom.services.testing.FhirDouble;
import org.readingroom.services.testing.FhirFault;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.services.testing.SmallDicom;
import org.readingroom.services.testing.TestArchive;
import org.readingroom.viewer.dicom.DicomReader;
import org.readingroom.viewer.document.EncapsulatedDocument;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.task.Progress;

/// Reports signed here as the hospital gets them, over HTTP and against a RIS that misbehaves.
class ReportFilingTest {
    private static final byte[] PDF = {'%', 'P', 'D', 'F', '-', '1', '.'};
    private static final String PATIENT = """
            {"resourceType":"Patient","id":"p1","identifier":[{"system":"urn:mrn","value":"DEMO-1"}],
             "birthDate":"1961-04-09"}""";

    @TempDir
    Path folder;

    private final QuickHome.Clock clock = new QuickHome.Clock();
    private final QuickHome.Clock risClock = new QuickHome.Clock();
    private final FhirDouble ris = new FhirDouble(org.readingroom.services.testing.FhirAbilities.HAPI, risClock);
    private final TestArchive archive = new TestArchive();
    private Home home;
    private Study study;

    @BeforeEach
    void open() throws Exception {
        risClock.advance(Duration.ofHours(26)); // the RIS has its own idea of the day
        ris.put(PATIENT);
        home = Home.openOrCreateDemo(
                folder.resolve("home"),
                QuickHome.options(clock)
                        .withRenderer(versions -> PDF)
                        .withClients(runner -> new HospitalDoubles(ris, archive)),
                Progress.IGNORED);
        Path file = Files.write(folder.resolve("a"), SmallDicom.of(1, 1).bytes());
        try (Session session = session("radiologist")) {
            session.imports().importPaths(List.of(file), Progress.IGNORED);
            study = session.studies().study(new StudyUid("2.25.1001")).orElseThrow();
        }
    }

    @AfterEach
    void close() {
        home.close();
        ris.close();
    }

    /// Three stages signed while the link is cut arrive in order when it is back; the RIS has one report, final, with
    /// its own time; the archive has the document; the list says so.
    // [utest->req~report.fhir.filed~1]
    // [utest->req~report.issued~1]
    // [utest->req~report.dispatch~1]
    @Test
    void whatWasSignedOfflineIsFinalOnceTheLinkIsBack() throws Exception {
        List<SignedReport> signed = new ArrayList<>();
        signed.add(signAs("resident", Stage.TRAINEE, "右肺结节。", true));
        signed.add(signAs("radiologist", Stage.PRIMARY, "右肺上叶结节。", true));
        signed.add(signAs("senior", Stage.REVIEW, "右肺上叶实性结节，建议随访。", true));
        assertEquals(List.of(), ris.all("DiagnosticReport"));
        try (Session session = session("senior")) {
            assertEquals(ReadingState.AWAITING_ISSUE, state(session), "signed, awaiting issue");
            until("all is sent", () -> isAllSent(session));
            assertEquals(ReadingState.ISSUED, state(session));
            ObjectNode report = ris.all("DiagnosticReport").getFirst();
            assertEquals(1, ris.all("DiagnosticReport").size());
            assertEquals(3, ris.versions("DiagnosticReport", report.path("id").asText()));
            assertEquals("final", report.path("status").asText());
            assertEquals("右肺上叶实性结节，建议随访。", report.path("conclusion").asText());
            assertEquals("Patient/p1", report.at("/subject/reference").asText());
            assertEquals(risClock.instant(), issued(session), "the time is that of the RIS");
            assertEquals(Set.of(3), issuedVersions(session), "no earlier stage is called issued");
            assertEquals(signed.getLast(), ReportJson.readSigned(form(report, "application/vnd.readingroom")));
            assertArrayEquals(PDF, form(report, "application/pdf"));
            // one sentence each of findings and impression holds; those that were rewritten do not
            assertEquals(2, report.path("result").size());
            assertEquals(
                    List.of(
                            "entered-in-error",
                            "entered-in-error",
                            "entered-in-error",
                            "entered-in-error",
                            "final",
                            "final"),
                    ris.all("Observation").stream()
                            .map(each -> each.path("status").asText())
                            .sorted()
                            .toList());
            assertEquals(3, ris.all("Provenance").size());
            assertEquals(3, ris.all("DocumentReference").size());
            var instances = archive.instancesOf(study.uid());
            assertEquals(2, instances.size(), "only what was reviewed goes to the archive: its PDF and its words");
            assertArrayEquals(PDF, document(instances.getFirst()));
            assertTrue(session.audit().verify().isIntact());
        }
    }

    // [utest->req~report.fhir.once~1]
    @Test
    void repliesThatGetLostFileNothingTwice() throws Exception {
        ris.faults()
                .next(
                        request -> request.method().equals("POST"),
                        new FhirFault.LoseReply(),
                        new FhirFault.CutReply(),
                        new FhirFault.Garbage(),
                        FhirFault.status(503));
        signAs("resident", Stage.TRAINEE, "右肺结节。", true);
        signAs("radiologist", Stage.PRIMARY, "右肺上叶结节。", true);
        signAs("senior", Stage.REVIEW, "右肺上叶实性结节。", true);
        try (Session session = session("senior")) {
            until("all is sent", () -> {
                clock.advance(Duration.ofMinutes(1));
                session.hospital().sender().wake();
                return isAllSent(session);
            });
            ObjectNode report = ris.all("DiagnosticReport").getFirst();
            assertEquals(1, ris.all("DiagnosticReport").size());
            assertEquals(3, ris.versions("DiagnosticReport", report.path("id").asText()));
            assertEquals(3, ris.all("Provenance").size());
            assertEquals(3, ris.all("DocumentReference").size());
            assertEquals(ReadingState.ISSUED, state(session));
        }
    }

    /// Somebody in the hospital changed the report after it arrived: the next version is not written over it.
    // [utest->req~report.fhir.once~1]
    @Test
    void nothingIsWrittenOverWhatWasChangedOnTheServer() throws Exception {
        signAs("radiologist", Stage.PRIMARY, "右肺结节。", false);
        until("preliminary", () -> ris.all("DiagnosticReport").size() == 1);
        ObjectNode report = ris.all("DiagnosticReport").getFirst();
        assertEquals("preliminary", report.path("status").asText());
        report.put("conclusion", "左肺结节。");
        ris.put(report);
        signAs("senior", Stage.REVIEW, "右肺上叶结节。", false);
        try (Session session = session("senior")) {
            until("a conflict", () -> !session.outbox().deadLetters().isEmpty());
            assertEquals(
                    State.CONFLICT, session.outbox().deadLetters().getFirst().state());
            assertEquals(
                    "左肺结节。",
                    ris.all("DiagnosticReport").getFirst().path("conclusion").asText());
            assertEquals(ReadingState.AWAITING_ISSUE, state(session));
        }
    }

    /// A RIS that sets its own fields, such as the time of issue, has changed nothing of ours.
    @Test
    void theTimeOfIssueThatTheRisSetsIsTakenAndIsNoConflict() throws Exception {
        signAs("radiologist", Stage.PRIMARY, "右肺结节。", false);
        until("preliminary", () -> ris.all("DiagnosticReport").size() == 1);
        ObjectNode report = ris.all("DiagnosticReport").getFirst();
        report.put("issued", "2026-03-02T10:00:00+08:00");
        ris.put(report);
        signAs("senior", Stage.REVIEW, "右肺结节。", false);
        try (Session session = session("senior")) {
            until("all is sent", () -> isAllSent(session));
            assertEquals(
                    "final",
                    ris.all("DiagnosticReport").getFirst().path("status").asText());
        }
    }

    @Test
    void aPatientTheRisDoesNotKnowForSureGetsNoReport() throws Exception {
        ris.put(PATIENT.replace("1961-04-09", "1961-04-10"));
        signAs("radiologist", Stage.PRIMARY, "右肺结节。", false);
        try (Session session = session("radiologist")) {
            until("a dead letter", () -> !session.outbox().deadLetters().isEmpty());
            OutboxEntry dead = session.outbox().deadLetters().getFirst();
            assertEquals(
                    "services.outbox.patient-unsure",
                    session.outbox().story(dead.id()).events().getLast().reasonKey());
            assertEquals(List.of(), ris.all("DiagnosticReport"));
            ris.put(PATIENT);
            session.hospital().sender().retry(dead.id());
            until("sent", () -> isAllSent(session));
            assertEquals(
                    "preliminary",
                    ris.all("DiagnosticReport").getFirst().path("status").asText());
        }
    }

    /// Another desk reported the study while this one was away: a person has to look.
    @Test
    void aReportOfAnotherDeskIsAConflict() throws Exception {
        signAs("radiologist", Stage.PRIMARY, "右肺结节。", false);
        until("preliminary", () -> ris.all("DiagnosticReport").size() == 1);
        ObjectNode theirs = ris.all("DiagnosticReport").getFirst();
        ris.delete("DiagnosticReport", theirs.path("id").asText());
        ((ObjectNode) theirs.at("/identifier/0")).put("value", "urn:uuid:00000000-0000-4000-8000-000000000001");
        theirs.put("id", "theirs");
        ris.put(theirs);
        Home other = Home.openOrCreateDemo(
                folder.resolve("other"),
                QuickHome.options(clock)
                        .withRenderer(versions -> PDF)
                        .withClients(runner -> new HospitalDoubles(ris, archive)),
                Progress.IGNORED);
        try (other;
                Session session = QuickHome.signIn(other, "radiologist")) {
            session.imports().importPaths(List.of(folder.resolve("a")), Progress.IGNORED);
            OpenReport open = session.reports().open(study, ReportLanguage.CHINESE, "演示医院");
            session.reports().sign(Reports.written(open.report(), "左肺结节。"), 0, Stage.PRIMARY, "", "demo".toCharArray());
            until("a conflict", () -> !session.outbox().deadLetters().isEmpty());
            assertEquals(
                    "services.outbox.other-report",
                    session.outbox()
                            .story(session.outbox().deadLetters().getFirst().id())
                            .events()
                            .getLast()
                            .reasonKey());
            assertEquals(1, ris.all("DiagnosticReport").size());
        }
    }

    // [utest->req~report.fhir.filed~1]
    @Test
    void anAddendumIsAppended() throws Exception {
        signAs("radiologist", Stage.PRIMARY, "右肺结节。", false);
        signAs("senior", Stage.REVIEW, "右肺结节。", false);
        try (Session session = session("senior")) {
            until("final", () -> isAllSent(session));
            OpenReport open = session.reports().open(study, ReportLanguage.CHINESE, "演示医院");
            Report added = open.report()
                    .with(new Section(
                            SectionKind.ADDENDUM, List.of(ReportSentence.of("补充：对比既往片无变化。", SentenceOrigin.HUMAN))));
            session.reports().sign(added, 2, Stage.ADDENDUM, "临床要求", "demo".toCharArray());
            until("sent", () -> isAllSent(session));
            ObjectNode report = ris.all("DiagnosticReport").getFirst();
            assertEquals("appended", report.path("status").asText());
            assertEquals(3, report.path("result").size());
            assertTrue(ris.all("Observation").stream()
                    .noneMatch(each -> each.path("status").asText().equals("preliminary")));
            // of the review and of the addendum the PDF and the structured report
            assertEquals(4, archive.instancesOf(study.uid()).size());
        }
    }

    private SignedReport signAs(String name, Stage stage, String impression, boolean isCut) throws Exception {
        clock.advance(Duration.ofMinutes(5));
        try (Session session = session(name)) {
            if (isCut) {
                session.hospital().links().cut(LinkKind.RIS);
                assertFalse(session.hospital().links().witness(LinkKind.RIS).isOpen());
            }
            OpenReport open = session.reports().open(study, ReportLanguage.CHINESE, "演示医院");
            Report report = Reports.written(open.report(), impression);
            session.reports().saveDraft(report, open.baseVersion());
            SignedReport signed = session.reports().sign(report, open.baseVersion(), stage, "", "demo".toCharArray());
            if (!isCut) {
                until("it is seen to", () -> isSeenTo(session));
            }
            return signed;
        }
    }

    private static boolean isSeenTo(Session session) throws Exception {
        for (OutboxEntry entry : session.outbox().entries()) {
            if (entry.state() == State.WAITING && entry.isReport()) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAllSent(Session session) throws Exception {
        return session.outbox().entries().stream().allMatch(entry -> entry.state() == State.SENT);
    }

    /// The versions of which the outbox says that they were issued.
    private static Set<Integer> issuedVersions(Session session) throws Exception {
        Set<Integer> issued = new TreeSet<>();
        for (var entry : session.outbox().entries()) {
            if (entry.isReport()
                    && session.outbox().receipt(entry.id()).orElseThrow().issued() != null) {
                issued.add(entry.reportVersion());
            }
        }
        return issued;
    }

    private Instant issued(Session session) throws Exception {
        return session.worklist().items().stream()
                .filter(item -> item.study().uid().equals(study.uid()))
                .findFirst()
                .orElseThrow()
                .changed();
    }

    private ReadingState state(Session session) throws Exception {
        return session.worklist().items().stream()
                .filter(item -> item.study().uid().equals(study.uid()))
                .findFirst()
                .orElseThrow()
                .state();
    }

    private static byte[] form(JsonNode report, String type) {
        for (JsonNode form : report.path("presentedForm")) {
            if (form.path("contentType").asText().startsWith(type)) {
                return Base64.getDecoder().decode(form.path("data").asText());
            }
        }
        throw new AssertionError("no form " + type);
    }

    private byte[] document(SopInstanceUid instance) throws Exception {
        return EncapsulatedDocument.of(DicomReader.read(archive.file(instance)).dataSet())
                .orElseThrow()
                .bytes();
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
