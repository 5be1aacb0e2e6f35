package org.readingroom.testservers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.report.critical.CriticalAct;
import org.readingroom.report.critical.CriticalCase;
import org.readingroom.report.critical.CriticalContact;
import org.readingroom.report.critical.CriticalContact.Medium;
import org.readingroom.report.critical.CriticalFinding;
import org.readingroom.report.critical.CriticalKind;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.Stage;
import org.readingroom.services.archive.Archive;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.Session;
import org.readingroom.services.hospital.Clients;
import org.readingroom.services.link.HttpServer;
import org.readingroom.services.link.LinkProbe;
import org.readingroom.services.link.LinkWitness;
import org.readingroom.services.link.Servers;
import org.readingroom.services.reading.OpenReport;
import org.readingroom.services.reading.Reports;
import org.readingroom.services.remote.fhir.FhirReports;
import org.readingroom.services.remote.http.HttpLink;
import org.readingroom.services.remote.http.HttpTimes;
import org.readingroom.services.reporting.CriticalValues;
import org.readingroom.services.ris.RisReports;
import org.readingroom.services.ris.RisWorklist;
import org.readingroom.services.sync.OutboxEntry;
import org.readingroom.services.sync.OutboxKinds;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.services.testing.RealHospital;
import org.readingroom.services.testing.SmallDicom;
import org.readingroom.services.testing.TestArchive;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.task.Progress;

/// Reports and critical values of a whole desk on a server that somebody else wrote. Each is played once: there is one
/// study, and a server's life is as long as the build.
@Tag("slow")
class ReportsOnRealServerTest {
    private static final byte[] PDF = {'%', 'P', 'D', 'F', '-', '1', '.'};

    @TempDir
    Path folder;

    private final QuickHome.Clock clock = new QuickHome.Clock();
    private Fhir fhir;
    private Home home;
    private Study study;

    /// The RIS is the real one; the archive is in memory.
    private record RealRis(java.net.URI base) implements Clients {
        @Override
        public Optional<Archive> archive(Servers servers, LinkWitness witness) {
            return Optional.of(new TestArchive());
        }

        @Override
        public Optional<RisWorklist> risWorklist(Servers servers, LinkWitness witness) {
            return Optional.empty();
        }

        @Override
        public Optional<RisReports> risReports(Servers servers, LinkWitness witness) {
            return Optional.of(new FhirReports(new HttpLink(HttpServer.open(base), witness, HttpTimes.DEFAULT)));
        }

        @Override
        public Optional<LinkProbe> pacsProbe(Servers servers) {
            return Optional.empty();
        }

        @Override
        public Optional<LinkProbe> risProbe(Servers servers) {
            return Optional.empty();
        }

        @Override
        public void close() {}
    }

    @BeforeEach
    void open() throws Exception {
        RealHospital hospital = RealHospital.shared();
        fhir = new Fhir(hospital.fhir());
        String patient = """
                {"resourceType":"Patient","id":"p-small","identifier":[{"type":{"coding":[{"code":"MR"}]},
                 "system":"urn:mrn","value":"DEMO-1"}],"birthDate":"1961-04-09","name":[{"family":"Invented"}]}""";
        assertTrue(Set.of(200, 201)
                .contains(fhir.send("PUT", "Patient/p-small", patient).status()));
        home = Home.openOrCreateDemo(
                folder.resolve("home"),
                QuickHome.options(clock)
                        .withRenderer(versions -> PDF)
                        .withClients(runner -> new RealRis(hospital.fhir())),
                Progress.IGNORED);
        Path file = Files.write(folder.resolve("a"), SmallDicom.of(1, 1).bytes());
        try (Session session = QuickHome.signIn(home, "radiologist")) {
            session.imports().importPaths(List.of(file), Progress.IGNORED);
            study = session.studies().study(new StudyUid("2.25.1001")).orElseThrow();
        }
    }

    @AfterEach
    void close() {
        if (home != null) {
            home.close();
        }
        if (fhir != null) {
            fhir.close();
        }
    }

    // [utest->req~report.fhir.one-valid~1]
    @Test
    void ofAReportOneVersionIsValidAndAllAreFound() throws Exception {
        sign("resident", Stage.TRAINEE);
        sign("radiologist", Stage.PRIMARY);
        sign("senior", Stage.REVIEW);
        List<String> statuses = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<String> replaced = new ArrayList<>();
        try (Session session = QuickHome.signIn(home, "senior")) {
            RisReports reports = session.hospital().risReports().orElseThrow();
            for (OutboxEntry entry : session.outbox().entries()) {
                if (entry.isReport()) {
                    JsonNode document = documents(entry);
                    names.add("DocumentReference/" + document.path("id").asText());
                    statuses.add(document.path("status").asText());
                    document.path("relatesTo")
                            .forEach(each ->
                                    replaced.add(each.at("/target/reference").asText()));
                    assertTrue(reports.filed(entry.id()).isPresent(), "a lost reply would find it");
                    String version = document.at("/meta/versionId").asText();
                    assertEquals(statuses.size() == 2 ? "3" : "2", version, "written once for each change");
                    assertNoObjection(document);
                }
            }
        }
        assertEquals(List.of("superseded", "superseded", "current"), statuses);
        assertEquals(names.subList(0, 2), replaced);
    }

    // [utest->req~report.critical.told-ris~1]
    @Test
    void aCriticalValueIsTakenStepByStepAndFoundRight() throws Exception {
        UUID loop;
        try (Session session = QuickHome.signIn(home, "radiologist")) {
            CriticalValues values = session.reporting().critical();
            loop = values.discover(CriticalFinding.of(
                            values.dictionary(),
                            values.dictionary().entry("pulmonary-embolism").orElseThrow(),
                            study.uid(),
                            "r1",
                            "s1",
                            "右肺动脉主干充盈缺损。"))
                    .id();
        }
        try (Session session = QuickHome.signIn(home, "senior")) {
            CriticalValues values = session.reporting().critical();
            clock.advance(Duration.ofMinutes(2));
            values.perform(loop, CriticalAct.of(CriticalKind.VERIFIED));
            clock.advance(Duration.ofMinutes(2));
            CriticalContact call = new CriticalContact("护士丁", "急诊科", "8120", Medium.PHONE, "急性肺栓塞");
            values.perform(
                    loop, CriticalAct.of(CriticalKind.UNREACHED).with(call).saying("占线"));
            CriticalCase told =
                    values.perform(loop, CriticalAct.of(CriticalKind.NOTIFIED).with(call));
            values.perform(
                    loop,
                    CriticalAct.correction(
                            told.events().getLast(), clock.instant().minusSeconds(60), null, "时间写错"));
            values.perform(loop, CriticalAct.of(CriticalKind.ACKNOWLEDGED).with(call));
            values.perform(loop, CriticalAct.of(CriticalKind.HANDLED).with(call).saying("已抗凝"));
            until(
                    "all is told",
                    () -> session.outbox().entries().stream()
                            .filter(entry -> entry.kind().equals(OutboxKinds.CRITICAL))
                            .allMatch(entry -> entry.state() == OutboxEntry.State.SENT));
        }
        assertEquals(List.of("completed"), statuses("CommunicationRequest"));
        assertEquals(
                List.of("completed", "completed", "completed", "entered-in-error", "not-done"),
                statuses("Communication"));
    }

    /// Of the patient's resources of `type`, of which the server's validator has nothing to say.
    private List<String> statuses(String type) throws Exception {
        List<String> statuses = new ArrayList<>();
        for (JsonNode entry : fhir.get(type + "?subject=Patient/p-small&_revinclude=Provenance:target&_count=50")
                .body()
                .path("entry")) {
            JsonNode resource = entry.path("resource");
            assertNoObjection(resource);
            if (resource.path("resourceType").asText().equals(type)) {
                statuses.add(resource.path("status").asText());
            } else {
                assertTrue(resource.has("recorded") && resource.has("occurredDateTime"));
            }
        }
        statuses.sort(null);
        return statuses;
    }

    private JsonNode documents(OutboxEntry entry) throws Exception {
        JsonNode found = fhir.get("DocumentReference?identifier=urn:ietf:rfc:3986%7Curn:uuid:" + entry.id())
                .body();
        assertEquals(1, found.path("entry").size());
        return found.at("/entry/0/resource");
    }

    private void assertNoObjection(JsonNode resource) throws Exception {
        String type = resource.path("resourceType").asText();
        for (JsonNode issue : fhir.send("POST", type + "/$validate", resource.toString())
                .body()
                .path("issue")) {
            assertTrue(
                    !Set.of("error", "fatal").contains(issue.path("severity").asText()),
                    issue.path("diagnostics").asText());
        }
    }

    private void sign(String name, Stage stage) throws Exception {
        clock.advance(Duration.ofMinutes(5));
        try (Session session = QuickHome.signIn(home, name)) {
            OpenReport open = session.reports().open(study, ReportLanguage.CHINESE, "演示医院");
            session.reports()
                    .sign(
                            Reports.written(open.report(), "右肺结节，" + name + "。"),
                            open.baseVersion(),
                            stage,
                            "",
                            "demo".toCharArray());
            until(
                    "all is sent",
                    () -> session.outbox().entries().stream()
                            .allMatch(entry -> entry.state() == OutboxEntry.State.SENT));
        }
    }

    private static void until(String what, Callable<Boolean> isSo) throws Exception {
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (!isSo.call()) {
            assertTrue(System.nanoTime() < end, what);
            Thread.sleep(20);
        }
    }
}
