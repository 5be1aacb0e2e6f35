package org.readingroom.services.home;

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
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.Stage;
import org.readingroom.services.link.LinkKind;
import org.readingroom.services.reading.OpenReport;
import org.readingroom.services.reading.Reports;
import org.readingroom.services.sync.OutboxEntry;
import org.readingroom.services.sync.OutboxEntry.State;
import org.readingroom.services.testing.FhirDouble;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.services.testing.SmallDicom;
import org.readingroom.services.testing.TestArchive;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;

/// A radiologist's report waits for the RIS; who may keep it from ever going there?
class OutboxDecisionsTest {
    @TempDir
    Path folder;

    private final FhirDouble ris = new FhirDouble();
    private Home home;

    @BeforeEach
    void sign() throws Exception {
        ris.put("""
                {"resourceType":"Patient","id":"p1","identifier":[{"system":"urn:mrn","value":"DEMO-1"}],
                 "birthDate":"1961-04-09"}""");
        Files.write(folder.resolve("a"), SmallDicom.of(1, 1).bytes());
        home = Home.openOrCreateDemo(
                folder.resolve("home"),
                QuickHome.options(new QuickHome.Clock())
                        .withRenderer(versions -> new byte[] {'%', 'P', 'D', 'F'})
                        .withClients(runner -> new HospitalDoubles(ris, new TestArchive())),
                Progress.IGNORED);
        try (Session session = QuickHome.signIn(home, "radiologist")) {
            session.hospital().links().cut(LinkKind.RIS);
            session.imports().importPaths(List.of(folder.resolve("a")), Progress.IGNORED);
            Study study = session.studies().study(new StudyUid("2.25.1001")).orElseThrow();
            OpenReport open = session.reports().open(study, ReportLanguage.CHINESE, "演示医院");
            session.reports().sign(Reports.written(open.report(), "右肺结节。"), 0, Stage.PRIMARY, "", "demo".toCharArray());
        }
        ris.close();
    }

    @AfterEach
    void close() {
        home.close();
    }

    // [utest->req~outbox.aside-by-right~1]
    @Test
    void aTraineeKeepsNoReportFromTheHospital() throws Exception {
        try (Session session = QuickHome.signIn(home, "resident")) {
            OutboxEntry entry = only(session);
            WorkstationException refused = assertThrows(
                    WorkstationException.class, () -> new OutboxDecisions(session).setAside(entry.id(), "不需要"));
            assertEquals("services.outbox.not-yours", refused.messageKey());
            assertEquals(State.WAITING, only(session).state());
            assertTrue(new OutboxDecisions(session).retry(entry.id()));
        }
    }

    // [utest->req~outbox.aside-by-right~1]
    @Test
    void whoSignedItMay() throws Exception {
        try (Session session = QuickHome.signIn(home, "radiologist")) {
            assertTrue(new OutboxDecisions(session).setAside(only(session).id(), "已电话沟通"));
            assertEquals(State.SET_ASIDE, only(session).state());
        }
    }

    // [utest->req~outbox.aside-by-right~1]
    @Test
    void aSeniorMay() throws Exception {
        try (Session session = QuickHome.signIn(home, "senior")) {
            assertTrue(new OutboxDecisions(session).setAside(only(session).id(), "已电话沟通"));
            assertEquals(State.SET_ASIDE, only(session).state());
        }
    }

    private static OutboxEntry only(Session session) throws Exception {
        List<OutboxEntry> entries = session.outbox().entries();
        assertEquals(1, entries.size(), entries.toString());
        return entries.getFirst();
    }
}
