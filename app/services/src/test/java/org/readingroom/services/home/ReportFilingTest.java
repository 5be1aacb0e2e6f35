package org.readingroom.services.home;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportJson;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.Section;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SentenceOrigin;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.Stage;
import org.readingroom.services.reading.OpenReport;
import org.readingroom.services.reading.ReadingState;
import org.readingroom.services.testing.FhirFault;
import org.readingroom.viewer.dicom.DicomReader;
import org.readingroom.viewer.document.EncapsulatedDocument;
import org.readingroom.viewer.model.SopInstanceUid;

/// Reports signed here as the hospital gets them, over HTTP and against a RIS that misbehaves.
class ReportFilingTest extends FiledReports {
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
}
