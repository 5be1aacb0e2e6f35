package org.readingroom.services.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.report.fhir.ReportBundle;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.Stage;
import org.readingroom.report.model.StudyIdentity;
import org.readingroom.report.prior.PriorReport;
import org.readingroom.report.prior.PriorReports;
import org.readingroom.report.prior.PriorReports.Said;
import org.readingroom.services.reading.OpenReport;
import org.readingroom.services.reading.Reports;
import org.readingroom.services.reporting.EarlierReports;
import org.readingroom.services.ris.RisException;
import org.readingroom.services.testing.FhirCases;
import org.readingroom.services.testing.FhirDouble;
import org.readingroom.services.testing.FhirFault;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.services.testing.SmallDicom;
import org.readingroom.services.testing.TestArchive;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.task.Progress;

// [utest->req~report.outside.kept~1]
class OutsideReportsTest {
    @TempDir
    Path folder;

    private final QuickHome.Clock clock = new QuickHome.Clock();
    private final FhirDouble ris = new FhirDouble();
    private Home home;
    private Study study;

    @BeforeEach
    void open() throws Exception {
        ris.put("""
                {"resourceType":"Patient","id":"p-1","birthDate":"1961-04-09",
                 "identifier":[{"system":"urn:mrn","value":"DEMO-1"}]}""");
        home = Home.openOrCreateDemo(
                folder.resolve("home"),
                QuickHome.options(clock).withClients(runner -> new HospitalDoubles(ris, new TestArchive())),
                Progress.IGNORED);
        Path file = Files.write(folder.resolve("a"), SmallDicom.of(1, 1).bytes());
        try (Session session = QuickHome.signIn(home, "radiologist")) {
            session.imports().importPaths(List.of(file), Progress.IGNORED);
            study = session.studies().study(new StudyUid("2.25.1001")).orElseThrow();
        }
    }

    @AfterEach
    void close() {
        home.close();
        ris.close();
    }

    private void report(String id, String status, String conclusion) {
        ris.put("""
                {"resourceType":"DiagnosticReport","id":"ID","status":"STATUS","subject":{"reference":"Patient/p-1"},
                 "category":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v2-0074","code":"CT"}]}],
                 "code":{"text":"胸部CT平扫"},"effectiveDateTime":"2021-05-15","issued":"2021-05-15T10:00:00+08:00",
                 "conclusion":"WORDS"}""".replace("ID", id).replace("STATUS", status).replace("WORDS", conclusion));
    }

    private void ask() throws Exception {
        try (Session session = QuickHome.signIn(home, "radiologist")) {
            session.hospital().outside().ask(study.patient(), Progress.IGNORED);
        }
    }

    private PriorReports earlier() throws Exception {
        try (Session session = QuickHome.signIn(home, "radiologist")) {
            return earlier(session);
        }
    }

    private PriorReports earlier(Session session) throws Exception {
        return new EarlierReports(
                        session.reporting().search(),
                        session.course(),
                        session.hospital().incoming(),
                        session.worklist().survivors(),
                        session.studies(),
                        session.hospital().outside(),
                        session.audit())
                .of(StudyIdentity.of(study, ""));
    }

    private static List<String> conclusions(PriorReports found) {
        return found.reports().stream().map(PriorReport::conclusion).toList();
    }

    @Test
    void whatWasToldIsThereWithoutTheRisAndGoneOnceItWasWithdrawn() throws Exception {
        report("r-1", "final", "右肺上叶结节。");
        report("r-2", "preliminary", "初步。");
        FhirCases.change(ris, "DiagnosticReport", "r-2", node -> node.put("effectiveDateTime", "2020-05-15"));
        ask();
        assertEquals(List.of("右肺上叶结节。", "初步。"), conclusions(earlier()));
        assertEquals(
                List.of(true, false),
                earlier().reports().stream().map(PriorReport::isReviewed).toList());
        ris.faults().sometimes(1, 1, new FhirFault.LoseRequest());
        assertThrows(RisException.class, this::ask);
        assertEquals(List.of("右肺上叶结节。", "初步。"), conclusions(earlier()), "kept");
        ris.faults().none();
        FhirCases.change(ris, "DiagnosticReport", "r-1", node -> node.put("status", "entered-in-error"));
        ris.delete("DiagnosticReport", "r-2");
        ask();
        assertEquals(List.of(), conclusions(earlier()));
    }

    @Test
    void itIsSaidFromWhenTheyAreAndThatTheyCouldNotBeAskedFor() throws Exception {
        report("r-1", "final", "右肺上叶结节。");
        try (Session session = QuickHome.signIn(home, "radiologist")) {
            assertEquals(List.of(), earlier(session).outside(), "never asked");
            ris.faults().next(request -> request.path().equals("Patient"), FhirFault.status(401));
            assertThrows(RisException.class, () -> session.hospital().outside().ask(study.patient(), Progress.IGNORED));
            assertEquals(List.of("report.outside.not-asked-none"), keys(session));
            session.hospital().outside().ask(study.patient(), Progress.IGNORED);
            assertEquals(List.of("report.outside.as-of"), keys(session));
            ris.faults().next(request -> request.path().equals("Patient"), FhirFault.status(401));
            assertThrows(RisException.class, () -> session.hospital().outside().ask(study.patient(), Progress.IGNORED));
            assertEquals(List.of("report.outside.not-asked"), keys(session));
        }
    }

    private List<String> keys(Session session) throws Exception {
        return earlier(session).outside().stream().map(Said::key).toList();
    }

    // [utest->req~report.outside.same-patient~1]
    @Test
    void whenThePatientIsNotSureAnyMoreNothingIsKept() throws Exception {
        report("r-1", "final", "右肺上叶结节。");
        ask();
        FhirCases.change(ris, "Patient", "p-1", node -> node.put("birthDate", "1990-01-01"));
        try (Session session = QuickHome.signIn(home, "radiologist")) {
            session.hospital().outside().ask(study.patient(), Progress.IGNORED);
            assertEquals(
                    new PriorReports(List.of(), 0, List.of(new Said("report.outside.unknown-patient", List.of()))),
                    earlier(session));
        }
        assertEquals(List.of(), conclusions(earlier()), "nor after a restart");
    }

    // [utest->req~report.outside.not-twice~1]
    @Test
    void ourOwnReportsThatComeBackAreNotShownTwiceNorShownWhileTheyAreHeldBack() throws Exception {
        Study prior = new Study(
                new StudyUid("2.25.55"),
                study.patient(),
                "OLD-1",
                java.time.LocalDateTime.of(2025, 5, 1, 8, 0),
                "胸部CT平扫",
                study.modalities(),
                "CHEST",
                1,
                1);
        String urn;
        try (Session session = QuickHome.signIn(home, "radiologist")) {
            OpenReport open = session.reports().open(prior, ReportLanguage.CHINESE, "");
            urn = ReportBundle.urn(open.report().id());
            session.reports()
                    .sign(
                            Reports.written(open.report(), "本机。"),
                            open.baseVersion(),
                            Stage.PRIMARY,
                            "",
                            "demo".toCharArray());
        }
        report("r-1", "final", "本机。");
        FhirCases.change(
                ris,
                "DiagnosticReport",
                "r-1",
                node -> node.putArray("identifier")
                        .addObject()
                        .put("system", "urn:ietf:rfc:3986")
                        .put("value", urn));
        report("r-2", "final", "外院。");
        ask();
        assertEquals(
                List.of("外院。"),
                earlier().reports().stream()
                        .filter(PriorReport::isOutside)
                        .map(PriorReport::conclusion)
                        .toList());
    }

    @Test
    void theReportOfTheCaseItselfAndWhatCameLaterAreNotEarlier() throws Exception {
        report("r-1", "final", "own");
        FhirCases.change(ris, "DiagnosticReport", "r-1", node -> {
            var identifier = node.putArray("identifier").addObject();
            identifier.put("value", study.accessionNumber());
            identifier.putObject("type").putArray("coding").addObject().put("code", "ACSN");
        });
        report("r-2", "final", "own study");
        FhirCases.change(
                ris,
                "DiagnosticReport",
                "r-2",
                node -> node.putArray("identifier")
                        .addObject()
                        .put("system", "urn:dicom:uid")
                        .put("value", "urn:oid:" + study.uid().value()));
        report("r-3", "final", "later");
        FhirCases.change(ris, "DiagnosticReport", "r-3", node -> node.put("effectiveDateTime", "2099-01-01"));
        report("r-4", "final", "earlier");
        ask();
        assertFalse(study.accessionNumber().isBlank());
        assertEquals(List.of("earlier"), conclusions(earlier()));
    }

    @Test
    void noWordOfThemLiesOpenOnTheDisk() throws Exception {
        report("r-1", "final", "UNMISTAKABLE-WORDS");
        ask();
        assertEquals(List.of("UNMISTAKABLE-WORDS"), conclusions(earlier()), "they are kept");
        home.close();
        List<String> open = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder.resolve("home"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                if (bytes.contains("UNMISTAKABLE")) {
                    open.add(file.getFileName().toString());
                }
            }
        }
        assertEquals(List.of(), open);
    }

    @Test
    void whatNobodyWantsForLongGoes() throws Exception {
        report("r-1", "final", "右肺上叶结节。");
        ask();
        clock.advance(Duration.ofDays(99));
        assertEquals(1, earlier().reports().size(), "it is wanted");
        clock.advance(Duration.ofDays(99));
        askForSomebodyElse();
        assertEquals(1, earlier().reports().size(), "it was wanted");
        clock.advance(Duration.ofDays(101));
        askForSomebodyElse();
        assertEquals(0, earlier().reports().size());
    }

    private void askForSomebodyElse() throws Exception {
        ris.put("""
                {"resourceType":"Patient","id":"p-2","birthDate":"1961-04-09",
                 "identifier":[{"system":"urn:mrn","value":"DEMO-2"}]}""");
        Path file = Files.write(folder.resolve("b"), SmallDicom.of(2, 1).bytes());
        try (Session session = QuickHome.signIn(home, "radiologist")) {
            session.imports().importPaths(List.of(file), Progress.IGNORED);
            Study other = session.studies().study(new StudyUid("2.25.1002")).orElseThrow();
            session.hospital().outside().ask(other.patient(), Progress.IGNORED);
            assertTrue(session.hospital().outside().kept(other.patient()).isPresent());
        }
    }
}
