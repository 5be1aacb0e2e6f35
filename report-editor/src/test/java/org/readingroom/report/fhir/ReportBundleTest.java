package org.readingroom.report.fhir;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.readingroom.report.edit.ReportEdits;
import org.readingroom.report.model.FieldRole;
import org.readingroom.report.model.FieldValue;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportFormatException;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.SigningAct;
import org.readingroom.report.model.Stage;
import org.readingroom.report.model.SuggestionTrace;
import org.readingroom.report.template.Lesions;
import org.readingroom.report.testing.SampleReports;

// [utest->req~report.fhir.bundle~1]
class ReportBundleTest {
    private static final UUID OPERATION = UUID.fromString("11111111-2222-4333-8444-555555555555");
    private static final byte[] PDF = {'%', 'P', 'D', 'F'};

    @Test
    void theBundleOfAReviewedReportSaysWhatWasSigned() throws Exception {
        JsonNode bundle = bundle("", signed(SampleReports.chestCt(), Stage.REVIEW, 1));
        assertEquals("transaction", bundle.path("type").asText());
        JsonNode report = bundle.at("/entry/0/resource");
        assertEquals("final", report.path("status").asText());
        assertEquals("右肺上叶结节，建议随访。", report.path("conclusion").asText());
        assertEquals(
                "2026-11-20T09:15:00+08:00", report.path("effectiveDateTime").asText());
        assertEquals(
                "Patient?identifier=DEMO-0001", report.at("/subject/reference").asText());
        assertEquals("A2026-1001", report.at("/basedOn/0/identifier/value").asText());
        assertEquals(
                "urn:oid:2.25.10", report.at("/imagingStudy/0/identifier/value").asText());
        assertTrue(report.path("issued").isMissingNode(), "the time of issue is the RIS's to say");
        // three sentences of findings, one of the impression; the technique is in the words only
        assertEquals(4, report.path("result").size());
        assertEquals(
                List.of(
                        "DiagnosticReport",
                        "Observation",
                        "Observation",
                        "Observation",
                        "Observation",
                        "Provenance",
                        "DocumentReference"),
                texts(bundle, "/resource/resourceType"));
        JsonNode nodule = bundle.at("/entry/2/resource");
        assertEquals("右肺上叶见结节，长径约8.3 mm。", nodule.path("valueString").asText());
        assertEquals("59776-5", nodule.at("/code/coding/0/code").asText());
        assertEquals(
                "RID3875",
                nodule.at("/component/0/valueCodeableConcept/coding/0/code").asText());
        assertEquals("8.3417", nodule.at("/component/1/valueQuantity/value").asText());
        assertEquals("mm", nodule.at("/component/1/valueQuantity/code").asText());
        assertEquals(
                "19005-8", bundle.at("/entry/4/resource/code/coding/0/code").asText());
        for (JsonNode entry : bundle.path("entry")) {
            JsonNode request = entry.path("request");
            assertTrue(
                    request.path("method").asText().equals("PUT")
                            ? request.path("url").asText().contains("?identifier=")
                            : request.has("ifNoneExist"),
                    "applied twice it changes nothing the second time: " + request);
        }
    }

    // [utest->req~report.fhir.suggested~1]
    @Test
    void structuredValuesAreComponentsAndASuggestedSentenceSaysWhoSuggestedIt() throws Exception {
        Report plain = SampleReports.chestCt();
        ReportSentence nodule = plain.section(SectionKind.FINDINGS).sentences().get(1);
        ReportSentence told = nodule.withFields(List.of(
                        new FieldValue("size", FieldRole.SIZE, "长径", "8.3", "mm", null, true),
                        new FieldValue("shape", FieldRole.SHAPE, "形态", "圆形", "", null, true),
                        new FieldValue("margin", FieldRole.SHAPE, "边缘", "光滑", "", null, false)))
                .withSuggestion(new SuggestionTrace(
                        "suggest-archive", "1.2", "右肺上叶结节。", SuggestionTrace.Act.EDITED, 4, List.of("r")));
        Report report = ReportEdits.replace(plain, SectionKind.FINDINGS, told).apply(plain);
        JsonNode bundle = bundle("", signed(report, Stage.REVIEW, 1));
        JsonNode observation = bundle.at("/entry/2/resource");
        assertEquals(4, observation.path("component").size(), "what a person wrote over is not told");
        assertEquals("长径", observation.at("/component/2/code/text").asText());
        assertEquals("8.3", observation.at("/component/2/valueQuantity/value").asText());
        assertEquals("圆形", observation.at("/component/3/valueString").asText());
        assertEquals(1, observation.at("/meta/tag").size());
        JsonNode provenance = bundle.at("/entry/6/resource");
        assertEquals("Provenance", provenance.path("resourceType").asText());
        assertEquals(
                bundle.at("/entry/2/fullUrl").asText(),
                provenance.at("/target/0/reference").asText());
        assertEquals(
                "suggest-archive",
                provenance.at("/contained/0/deviceName/0/name").asText());
        assertEquals("1.2", provenance.at("/contained/0/version/0/value").asText());
        assertEquals("edited, edit distance 4", provenance.at("/activity/text").asText());
        assertTrue(bundle.at("/entry/6/request").has("ifNoneExist"));
    }

    /// Each nodule's size is a component of the Observation that says it, and of no other.
    // [utest->req~report.template.repeat-out~1]
    @Test
    void everyLesionIsAnObservationOfItsOwn() throws Exception {
        JsonNode bundle = bundle("", signed(Lesions.three(), Stage.REVIEW, 1));
        List<String> said = new ArrayList<>();
        for (JsonNode entry : bundle.path("entry")) {
            String words = entry.at("/resource/valueString").asText();
            for (JsonNode component : entry.at("/resource/component")) {
                if (component.at("/code/text").asText().equals("直径")) {
                    said.add(words.substring(0, 4)
                            + component.at("/valueQuantity/value").asText());
                }
            }
        }
        assertEquals(List.of("结节1：5", "结节2：12.3", "结节3：7"), said);
    }

    // [utest->req~report.workflow.states-outside~1]
    @Test
    void eachStageHasItsStatusOutside() throws Exception {
        List<String> reports = new ArrayList<>();
        List<String> observations = new ArrayList<>();
        for (Stage stage : EnumSet.complementOf(EnumSet.of(Stage.REREAD))) {
            boolean isAfterReview = stage.compareTo(Stage.REVIEW) > 0;
            JsonNode bundle = isAfterReview
                    ? bundle(
                            "",
                            signed(SampleReports.chestCt(), Stage.REVIEW, 1),
                            signed(SampleReports.chestCt(), stage, 2))
                    : bundle("", signed(SampleReports.chestCt(), stage, 1));
            reports.add(stage + " " + bundle.at("/entry/0/resource/status").asText());
            observations.add(bundle.at("/entry/1/resource/status").asText());
        }
        assertEquals(
                List.of(
                        "TEMPORARY preliminary",
                        "TRAINEE partial",
                        "PRIMARY preliminary",
                        "COUNTERSIGNATURE preliminary",
                        "CONSULTATION preliminary",
                        "REVIEW final",
                        "ADDENDUM appended",
                        "CORRECTION corrected",
                        "AMENDMENT amended"),
                reports);
        assertEquals(
                List.of(
                        "preliminary",
                        "preliminary",
                        "preliminary",
                        "preliminary",
                        "preliminary",
                        "final",
                        "final",
                        "corrected",
                        "amended"),
                observations);
        assertEquals(
                "appended",
                bundle(
                                "",
                                signed(SampleReports.chestCt(), Stage.REVIEW, 1),
                                signed(SampleReports.chestCt(), Stage.CONSULTATION, 2))
                        .at("/entry/0/resource/status")
                        .asText(),
                "an opinion after review is added to a report that holds");
    }

    /// A sentence that was taken back does not stand on the server as if it held.
    @Test
    void whatWasTakenBackIsWithdrawn() throws Exception {
        Report first = SampleReports.chestCt();
        Report second = first.with(SampleReports.section(SectionKind.FINDINGS, SampleReports.sentence("f1", "胸廓对称。")));
        JsonNode bundle = bundle("", signed(first, Stage.PRIMARY, 1), signed(second, Stage.REVIEW, 2));
        List<String> withdrawn = new ArrayList<>();
        for (JsonNode entry : bundle.path("entry")) {
            if (entry.at("/resource/status").asText().equals("entered-in-error")) {
                withdrawn.add(entry.at("/resource/valueString").asText());
            }
        }
        assertEquals(List.of("右肺上叶见结节，长径约8.3 mm。", "纵隔未见肿大淋巴结。"), withdrawn);
        assertEquals(2, bundle.at("/entry/0/resource/result").size());
        assertEquals(
                bundle((""), signed(first, Stage.PRIMARY, 1)).at("/entry/1/request/url"),
                bundle.at("/entry/1/request/url"),
                "a sentence is known by the same name in every version");
    }

    /// What was held back is told by no later version either.
    // [utest->req~report.dispatch.never-less~1]
    @Test
    void wordsThatWereHeldBackAreNotWithdrawn() throws Exception {
        Report first = SampleReports.chestCt();
        Report guessed = first.with(SampleReports.section(SectionKind.FINDINGS, SampleReports.sentence("g1", "疑似转移。")));
        String bundle = bundle(
                        "",
                        signed(first, Stage.TEMPORARY, 1),
                        signed(guessed, Stage.TRAINEE, 2),
                        signed(first, Stage.PRIMARY, 3))
                .toString();
        assertFalse(bundle.contains("疑似转移"), bundle);
        assertFalse(bundle.contains("entered-in-error"), bundle);
    }

    @Test
    void theSameFilingGivesTheSameBytesAndTheSignedFormComesBack() throws Exception {
        SignedReport signed = signed(SampleReports.chestCt(), Stage.REVIEW, 1);
        byte[] bundle = ReportBundle.write(filing("ServiceRequest/7", signed));
        assertArrayEquals(bundle, ReportBundle.write(filing("ServiceRequest/7", signed)));
        assertEquals(signed, ReportBundle.signed(bundle).orElseThrow());
        assertEquals(
                "ServiceRequest/7",
                new JsonMapper()
                        .readTree(bundle)
                        .at("/entry/0/resource/basedOn/0/reference")
                        .asText());
    }

    /// The address is all that is written on: taken off again, it is the bundle that was signed.
    // [utest->req~report.fhir.address~1]
    @Test
    void theAddressChangesNothingOfTheContent() throws Exception {
        byte[] bundle = ReportBundle.write(filing("", signed(SampleReports.chestCt(), Stage.REVIEW, 1)));
        byte[] addressed = BundleAddress.addressed(bundle, "12", "3");
        ObjectNode node = (ObjectNode) new JsonMapper().readTree(addressed);
        assertEquals("DiagnosticReport/12", node.at("/entry/0/request/url").asText());
        assertEquals("W/\"3\"", node.at("/entry/0/request/ifMatch").asText());
        String text = new String(addressed, StandardCharsets.UTF_8)
                .replace(",\"id\":\"12\"}", "}")
                .replace(
                        "\"url\":\"DiagnosticReport/12\",\"ifMatch\":\"W/\\\"3\\\"\"",
                        "\"url\":\""
                                + new JsonMapper()
                                        .readTree(bundle)
                                        .at("/entry/0/request/url")
                                        .asText() + "\"");
        assertEquals(new String(bundle, StandardCharsets.UTF_8), text);
        byte[] other = "{\"resourceType\": \"Bundle\"}".getBytes(StandardCharsets.UTF_8);
        assertThrows(ReportFormatException.class, () -> BundleAddress.addressed(other, "12", "3"));
    }

    /// Words are words, whatever they look like.
    @Test
    void wordsCannotBecomeMarkup() throws Exception {
        Report report = SampleReports.chestCt()
                .with(SampleReports.section(
                        SectionKind.IMPRESSION,
                        SampleReports.sentence("i1", "<script>alert(\"1\")</script> & 5 < 6 \u0001")));
        JsonNode bundle = bundle("", signed(report, Stage.REVIEW, 1));
        String div = bundle.at("/entry/0/resource/text/div").asText();
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        var document =
                factory.newDocumentBuilder().parse(new ByteArrayInputStream(div.getBytes(StandardCharsets.UTF_8)));
        assertEquals(0, document.getElementsByTagName("script").getLength());
        assertTrue(document.getDocumentElement().getTextContent().contains("<script>alert(\"1\")</script> & 5 < 6"));
        assertFalse(div.contains("\u0001"));
    }

    private static Filing filing(String order, SignedReport... versions) {
        return new Filing(List.of(versions), PDF, OPERATION, order, ZoneId.of("Asia/Shanghai"));
    }

    private static JsonNode bundle(String order, SignedReport... versions) throws Exception {
        return new JsonMapper().readTree(ReportBundle.write(filing(order, versions)));
    }

    private static List<String> texts(JsonNode bundle, String pointer) {
        List<String> texts = new ArrayList<>();
        bundle.path("entry").forEach(entry -> texts.add(entry.at(pointer).asText()));
        return texts;
    }

    private static SignedReport signed(Report report, Stage stage, int version) {
        SigningAct act = new SigningAct(
                stage,
                SampleReports.radiologist(),
                version,
                version == 1 ? "" : "d" + (version - 1),
                SampleReports.NOW,
                stage == Stage.ADDENDUM ? "asked" : "",
                "rules-1");
        return new SignedReport(report, act, new byte[] {1}, "d" + version, new byte[] {2, 3});
    }
}
