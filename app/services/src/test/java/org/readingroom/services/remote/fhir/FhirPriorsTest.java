package org.readingroom.services.remote.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.readingroom.services.remote.fhir.PriorCases.PATIENT;
import static org.readingroom.services.remote.fhir.PriorCases.form;
import static org.readingroom.services.remote.fhir.PriorCases.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.readingroom.report.prior.OutsideReport;
import org.readingroom.report.prior.OutsideState;
import org.readingroom.services.link.ServerFault;
import org.readingroom.services.ris.RisException;
import org.readingroom.services.ris.RisPriors.Found;
import org.readingroom.services.testing.FhirCases;
import org.readingroom.services.testing.FhirFault;
import org.readingroom.services.testing.FhirRequest;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.PatientId;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.task.Progress;

// [utest->req~report.outside.read~1]
class FhirPriorsTest extends PriorsOfDouble {
    private static LocalDateTime local(String time) {
        return OffsetDateTime.parse(time)
                .atZoneSameInstant(ZoneId.systemDefault())
                .toLocalDateTime();
    }

    @Test
    void aReportIsReadWithItsWordsItsDayAndItsImages() throws Exception {
        server.put("""
                {"resourceType":"ImagingStudy","id":"i-1","status":"available","subject":{"reference":"Patient/p-7"},
                 "identifier":[{"system":"urn:dicom:uid","value":"urn:oid:2.25.77"},
                  {"type":{"coding":[{"code":"ACSN"}]},"value":"ACC-1"}],
                 "started":"2021-05-14T23:10:00+08:00",
                 "modality":[{"code":"SR"},{"system":"http://dicom.nema.org/resources/ontology/DCM","code":"CT"}]}""");
        ObjectNode report = report("r-1", "final", "右肺上叶结节，8.3 mm。");
        report.putArray("imagingStudy").addObject().put("reference", "ImagingStudy/i-1");
        report.putArray("resultsInterpreter").addObject().put("display", "张医师");
        report.putArray("identifier").addObject().put("system", "urn:his").put("value", "R-1");
        server.put(form(report, "text/plain; charset=utf-8", "检查所见：右肺上叶见结节。\r\n印象：结节。", StandardCharsets.UTF_8));
        OutsideReport read = only();
        String version = server.get("DiagnosticReport", "r-1")
                .orElseThrow()
                .at("/meta/lastUpdated")
                .asText();
        assertEquals(
                new OutsideReport(
                        "r-1",
                        "1/" + version,
                        OutsideState.FINAL,
                        local("2021-05-14T23:10:00+08:00"),
                        local("2021-05-15T10:00:00+08:00"),
                        "CT",
                        "胸部CT平扫",
                        "ACC-1",
                        new StudyUid("2.25.77"),
                        "张医师",
                        Set.of("urn:his|R-1"),
                        Set.of(),
                        "右肺上叶结节，8.3 mm。",
                        "检查所见：右肺上叶见结节。\n印象：结节。",
                        List.of(),
                        true),
                read);
        assertTrue(found().isWhole());
    }

    // [utest->req~report.outside.valid~1]
    @Test
    void onlyStatesThatHoldAreReadAndWhatIsPreliminarySaysSo() throws Exception {
        for (String status : List.of(
                "registered",
                "partial",
                "preliminary",
                "final",
                "amended",
                "corrected",
                "appended",
                "cancelled",
                "entered-in-error",
                "unknown",
                "invented")) {
            server.put(report("r-" + status, status, status));
        }
        Map<String, OutsideState> states = new HashMap<>();
        found().reports().forEach(one -> states.put(one.conclusion(), one.state()));
        assertEquals(
                Map.of(
                        "partial", OutsideState.PRELIMINARY,
                        "preliminary", OutsideState.PRELIMINARY,
                        "final", OutsideState.FINAL,
                        "amended", OutsideState.AMENDED,
                        "corrected", OutsideState.CORRECTED,
                        "appended", OutsideState.APPENDED),
                states);
    }

    // [utest->req~report.outside.valid~1]
    @Test
    void whatAnotherReportHasTakenThePlaceOfIsNotRead() throws Exception {
        server.put(report("old", "final", "old"));
        ObjectNode later = report("new", "final", "new");
        ObjectNode extension = later.putArray("extension").addObject();
        extension.put("url", "http://hl7.org/fhir/5.0/StructureDefinition/extension-DiagnosticReport.relatesTo");
        extension.putArray("extension").addObject().put("url", "code").put("valueCode", "replaces");
        extension
                .withArray("/extension")
                .addObject()
                .put("url", "target")
                .putObject("valueReference")
                .put("reference", "DiagnosticReport/old");
        server.put(later);
        server.put(numbered("first", "F-1", "2021-05-15T10:00:00+08:00"));
        server.put(numbered("second", "F-1", "2021-05-16T10:00:00+08:00"));
        server.put(numbered("other", "F-2", "2021-05-17T10:00:00+08:00"));
        server.put(numbered("before", "F-1", "2019-05-15T10:00:00+08:00").put("effectiveDateTime", "2019-05-15"));
        assertEquals(Set.of("new", "second", "other", "before"), conclusions(), "a number may be that of the visit");
        FhirCases.change(server, "DiagnosticReport", "new", node -> node.put("status", "entered-in-error"));
        assertEquals(Set.of("old", "second", "other", "before"), conclusions(), "who was in error took nobody's place");
    }

    private static ObjectNode numbered(String name, String number, String issued) {
        ObjectNode report = report(name, "final", name).put("issued", issued);
        report.putArray("identifier").addObject().put("system", "urn:filler").put("value", number);
        return report;
    }

    private Set<String> conclusions() throws Exception {
        return Set.copyOf(
                found().reports().stream().map(OutsideReport::conclusion).toList());
    }

    @Test
    void reportsOfTheLaboratoryAndOfOthersAreNotRead() throws Exception {
        ObjectNode laboratory = report("lab", "final", "lab");
        laboratory
                .putArray("category")
                .addObject()
                .putArray("coding")
                .addObject()
                .put("code", "LAB")
                .put("system", "http://terminology.hl7.org/CodeSystem/v2-0074");
        server.put(laboratory);
        ObjectNode bare = report("bare", "final", "bare");
        bare.remove("category");
        server.put(bare);
        ObjectNode pictured = report("pictured", "final", "pictured");
        pictured.remove("category");
        pictured.putArray("identifier")
                .addObject()
                .put("system", "urn:dicom:uid")
                .put("value", "urn:oid:2.25.9");
        server.put(pictured);
        ObjectNode theirs = report("theirs", "final", "theirs");
        theirs.putObject("subject").put("reference", "Patient/p-8");
        server.put(theirs);
        assertEquals(Set.of("pictured"), conclusions());
    }

    // [utest->req~report.outside.same-patient~1]
    @Test
    void whoIsNotSurelyThePatientHasNone() throws Exception {
        server.put(report("r-1", "final", "of p-7"));
        Patient born = new Patient(PATIENT.id(), PATIENT.name(), LocalDate.of(1990, 1, 1), PATIENT.sex());
        Patient other = new Patient(new PatientId("DEMO-9", ""), PATIENT.name(), PATIENT.birthDate(), PATIENT.sex());
        Patient nobody = new Patient(new PatientId("", ""), PATIENT.name(), PATIENT.birthDate(), PATIENT.sex());
        for (Patient each : List.of(born, other, nobody)) {
            assertEquals(Optional.empty(), priors.of(each, id -> Optional.empty(), Progress.IGNORED));
        }
    }

    // [utest->req~report.outside.same-patient~1]
    @Test
    void whatWasReportedUnderARecordThatWasMergedIsThePatientsToo() throws Exception {
        ObjectNode merged = FhirCases.json(PriorCases.patient("p-old", "OLD-7"));
        merged.putArray("link")
                .addObject()
                .put("type", "replaced-by")
                .putObject("other")
                .put("reference", "Patient/p-7");
        server.put(merged);
        ObjectNode linked = FhirCases.json(PriorCases.patient("p-see", "SEE-7"));
        linked.putArray("link")
                .addObject()
                .put("type", "seealso")
                .putObject("other")
                .put("reference", "Patient/p-7");
        server.put(linked);
        ObjectNode old = report("r-old", "final", "before the merge");
        old.putObject("subject").put("reference", "Patient/p-old");
        server.put(old);
        ObjectNode see = report("r-see", "final", "of a linked record");
        see.putObject("subject").put("reference", "Patient/p-see");
        server.put(see);
        assertEquals(Set.of("before the merge"), conclusions());
    }

    @Test
    void onlyWhatIsNewIsReadAgainAndWhatIsGoneIsGone() throws Exception {
        server.put(report("r-1", "final", "one"));
        server.put(report("r-2", "final", "two"));
        Map<String, OutsideReport> known = new HashMap<>();
        found().reports().forEach(one -> known.put(one.id(), one));
        server.forgetRequests();
        assertEquals(2, again(known).reports().size());
        assertEquals(List.of(), read(), "nothing has changed");
        FhirCases.change(server, "DiagnosticReport", "r-2", node -> node.put("conclusion", "two, amended"));
        server.delete("DiagnosticReport", "r-1");
        assertEquals(
                List.of("two, amended"),
                again(known).reports().stream().map(OutsideReport::conclusion).toList());
        assertEquals(List.of("DiagnosticReport/r-2"), read());
    }

    private Found again(Map<String, OutsideReport> known) throws Exception {
        return priors.of(PATIENT, id -> Optional.ofNullable(known.get(id)), Progress.IGNORED)
                .orElseThrow();
    }

    private List<String> read() {
        return server.requests().stream()
                .map(FhirRequest::path)
                .filter(path -> path.startsWith("DiagnosticReport/"))
                .toList();
    }

    @Test
    void aReportThatIsNotShownIsNamedWithoutWordsAndAskedForAgain() throws Exception {
        server.put(report("r-1", "final", "one"));
        server.put(report("r-2", "final", "two"));
        server.faults().next(request -> request.path().equals("DiagnosticReport/r-1"), FhirFault.status(403));
        OutsideReport hidden = found().reports().stream()
                .filter(one -> one.id().equals("r-1"))
                .findFirst()
                .orElseThrow();
        assertEquals("", hidden.conclusion() + hidden.text() + hidden.version());
        assertFalse(hidden.isWhole());
        Map<String, OutsideReport> known = Map.of("r-1", hidden);
        assertEquals(
                2,
                again(known).reports().stream()
                        .filter(one -> !one.conclusion().isEmpty())
                        .count());
        server.faults().next(request -> request.path().equals("DiagnosticReport/r-1"), FhirFault.status(404));
        assertEquals(Set.of("two"), conclusions(), "gone meanwhile");
    }

    @Test
    void aServerThatRefusesOrFallsSilentIsAFaultAndNotAnEmptyAnswer() {
        server.put(report("r-1", "final", "one"));
        for (String path : List.of("Patient", "DiagnosticReport", "DiagnosticReport/r-1")) {
            assertFault(ServerFault.SIGNED_OUT, path, FhirFault.status(401));
            assertFault(ServerFault.BUSY, path, FhirFault.status(503), FhirFault.status(503), FhirFault.status(503));
        }
        assertFault(ServerFault.FORBIDDEN, "DiagnosticReport", FhirFault.status(403));
        assertFault(ServerFault.UNREACHABLE, "DiagnosticReport", FhirFault.status(404));
        assertFault(ServerFault.GARBLED, "DiagnosticReport", new FhirFault.Garbage());
        assertFault(ServerFault.GARBLED, "DiagnosticReport", new FhirFault.CutReply(), new FhirFault.CutReply());
    }

    private void assertFault(ServerFault fault, String path, FhirFault... faults) {
        server.faults().none();
        server.faults().next(request -> request.path().equals(path), faults);
        RisException told = assertThrows(RisException.class, this::found, path);
        assertEquals(fault, told.fault(), path);
    }
}
