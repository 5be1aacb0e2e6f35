package org.readingroom.services.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.report.fhir.ReportBundle;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.Stage;
import org.readingroom.services.link.HospitalSettings;
import org.readingroom.services.link.HttpServer;
import org.readingroom.services.link.LinkKind;
import org.readingroom.services.link.LinkState;
import org.readingroom.services.link.Servers;
import org.readingroom.services.reading.OpenReport;
import org.readingroom.services.reading.Reports;
import org.readingroom.services.sync.OutboxEntry;
import org.readingroom.services.testing.FhirDouble;
import org.readingroom.services.testing.FhirFault;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.services.testing.SmallDicom;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;

/// Three days without the RIS on two desks, in a minute: the days pass on the desks' clocks.
///
/// Each desk has studies of its own, and some lie on both: no lock could be taken, so both report them.
// [utest->req~guarantee.outage~1]
@Tag("slow")
class OutageTest {
    private static final int EDITS = 500;
    private static final int STUDIES = 30;
    private static final Duration OUTAGE = Duration.ofHours(72);

    @TempDir
    Path folder;

    private final QuickHome.Clock clock = new QuickHome.Clock();

    /// Study 0 to 11 are the first desk's, 18 to 29 the second's, the six between lie on both.
    private static boolean isOn(int desk, int study) {
        return desk == 0 ? study < 18 : study >= 12;
    }

    private static boolean isShared(int study) {
        return study >= 12 && study < 18;
    }

    @Test
    void afterThreeDaysEverythingArrivesOnceAndEveryConflictIsShownToAPerson() throws Exception {
        // The same each time; another by the property.
        long seed = Long.getLong("readingroom.seed", 20261130);
        Random random = new Random(seed);
        try (FhirDouble ris = new FhirDouble();
                Home first = home("first", ris, 0);
                Home second = home("second", ris, 1);
                Session one = QuickHome.signIn(first, "radiologist");
                Session other = QuickHome.signIn(second, "radiologist")) {
            List<Session> desks = List.of(one, other);
            ris.faults().sometimes(seed, 1, new FhirFault.LoseRequest());
            for (Session desk : desks) {
                await("the loss", () -> desk.hospital().links().state(LinkKind.RIS) == LinkState.DOWN);
            }
            Map<String, String> last = new HashMap<>();
            for (int edit = 0; edit < EDITS; edit++) {
                clock.advance(OUTAGE.dividedBy(EDITS));
                int desk = edit % 2;
                int study = edit < 2 * STUDIES ? edit / 2 : random.nextInt(STUDIES);
                if (isOn(desk, study)) {
                    String words = "第 " + edit + " 稿，工作站 " + desk;
                    draft(desks.get(desk), study, words);
                    last.put(desk + "/" + study, words);
                }
            }
            int signed = 0;
            for (int study = 0; study < STUDIES; study++) {
                for (int desk = 0; desk < 2; desk++) {
                    if (isOn(desk, study)) {
                        sign(desks.get(desk), study);
                        signed++;
                    }
                }
            }
            assertEquals(36, signed);
            assertEquals(0, ris.all("DiagnosticReport").size(), "the outage was one");
            // one after the other: what happens when both come in the same moment is TwiceReportedTest's
            other.hospital().links().cut(LinkKind.RIS);
            ris.faults().none();
            for (Session desk : desks) {
                desk.hospital().links().mend(LinkKind.RIS);
                await("the outbox", () -> open(desk, OutboxEntry.State.WAITING) == 0);
            }
            check(ris, desks, last, seed);
        }
    }

    private void check(FhirDouble ris, List<Session> desks, Map<String, String> last, long seed) throws Exception {
        assertEquals(STUDIES, ris.all("DiagnosticReport").size(), "one report a study, seed " + seed);
        Map<String, SignedReport> there = new HashMap<>();
        for (ObjectNode report : ris.all("DiagnosticReport")) {
            assertEquals(
                    1,
                    ris.versions("DiagnosticReport", report.path("id").asText()),
                    "nothing was written over, seed " + seed);
            SignedReport form = ReportBundle.signed(report.toString().getBytes(StandardCharsets.UTF_8))
                    .orElseThrow();
            there.put(form.report().study().study().value(), form);
        }
        int conflicts = 0;
        for (int study = 0; study < STUDIES; study++) {
            String arrived = impression(there.get(uid(study).value()).report());
            for (int desk = 0; desk < 2; desk++) {
                if (!isOn(desk, study)) {
                    continue;
                }
                OutboxEntry entry = entry(desks.get(desk), study);
                String mine = last.get(desk + "/" + study);
                OpenReport here = open(desks.get(desk), study);
                assertEquals(mine, impression(here.versions().getFirst().report()), "signed words stay as they were");
                if (arrived.equals(mine)) {
                    assertEquals(OutboxEntry.State.SENT, entry.state());
                } else {
                    assertTrue(isShared(study), "another's words for a study of its own");
                    assertEquals(OutboxEntry.State.CONFLICT, entry.state(), "nobody decided, seed " + seed);
                    assertTrue(entry.state().needsPerson());
                    conflicts++;
                }
            }
        }
        assertEquals(6, conflicts, "every conflict waits for a person, seed " + seed);
        for (Session desk : desks) {
            assertTrue(desk.audit().verify().isIntact());
        }
    }

    private static int open(Session desk, OutboxEntry.State state) {
        try {
            return (int) desk.outbox().entries().stream()
                    .filter(entry -> entry.state() == state)
                    .count();
        } catch (WorkstationException e) {
            return -1;
        }
    }

    private static OutboxEntry entry(Session desk, int study) throws WorkstationException {
        return desk.outbox().entries().stream()
                .filter(each -> each.study().equals(uid(study)))
                .findFirst()
                .orElseThrow();
    }

    private static void draft(Session desk, int study, String words) throws WorkstationException {
        desk.reports().saveDraft(Reports.written(open(desk, study).report(), words), 0);
    }

    private static void sign(Session desk, int study) throws WorkstationException {
        Report report = open(desk, study).report();
        desk.reports().sign(report, 0, Stage.PRIMARY, "", "demo".toCharArray());
    }

    private static OpenReport open(Session desk, int number) throws WorkstationException {
        Study study = desk.studies().study(uid(number)).orElseThrow();
        return desk.reports().open(study, ReportLanguage.CHINESE, "");
    }

    private static String impression(Report report) {
        return report.text(org.readingroom.report.model.SectionKind.IMPRESSION).strip();
    }

    private Home home(String name, FhirDouble ris, int desk) throws Exception {
        HomeOptions options = QuickHome.options(clock).withRenderer(_ -> new byte[] {'%', 'P', 'D', 'F'});
        Home home = Home.openOrCreateDemo(folder.resolve(name), options, Progress.IGNORED);
        home.offer(new HospitalSettings(new Servers(null, null, HttpServer.open(ris.base()), null), 30));
        List<Path> files = new ArrayList<>();
        for (int study = 0; study < STUDIES; study++) {
            if (isOn(desk, study)) {
                files.add(Files.write(
                        folder.resolve("f" + study),
                        SmallDicom.of(1000 + study, 1).bytes()));
            }
            ris.put("""
                    {"resourceType":"Patient","id":"p%d","birthDate":"1961-04-09",
                     "identifier":[{"value":"DEMO-%d"}]}""".formatted(1000 + study, 1000 + study));
        }
        try (Session session = QuickHome.signIn(home, "radiologist")) {
            session.imports().importPaths(files, Progress.IGNORED);
        }
        return home;
    }

    private static StudyUid uid(int study) {
        return new StudyUid("2.25.100" + (1000 + study));
    }

    private interface Reached {
        boolean now();
    }

    private static void await(String what, Reached reached) throws InterruptedException {
        long until = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (!reached.now()) {
            assertTrue(System.nanoTime() < until, "waited in vain for " + what);
            Thread.sleep(50);
        }
    }
}
