package org.readingroom.report.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.readingroom.report.critical.CriticalActor;
import org.readingroom.report.critical.CriticalCase;
import org.readingroom.report.critical.CriticalContact;
import org.readingroom.report.critical.CriticalContact.Medium;
import org.readingroom.report.critical.CriticalEvent;
import org.readingroom.report.critical.CriticalEvent.Mark;
import org.readingroom.report.critical.CriticalFinding;
import org.readingroom.report.critical.CriticalKind;
import org.readingroom.report.critical.CriticalLimits;
import org.readingroom.report.fhir.CriticalMessage.Change;
import org.readingroom.report.model.AuthorRole;
import org.readingroom.report.model.StudyIdentity;
import org.readingroom.report.testing.SampleReports;

// [utest->req~report.critical.told-ris~1]
class CriticalBundleTest {
    private static final StudyIdentity STUDY = SampleReports.chestCt().study();
    private static final Instant START = Instant.parse("2026-11-30T02:00:00Z");
    private static final CriticalActor RESIDENT =
            new CriticalActor("u1", "住院甲", Set.of(AuthorRole.TRAINEE), CriticalActor.Side.READER);
    private static final CriticalActor SENIOR =
            new CriticalActor("u2", "主任乙", Set.of(AuthorRole.SENIOR), CriticalActor.Side.READER);
    private static final CriticalContact CALL = new CriticalContact("护士丁", "急诊科", "8120", Medium.PHONE, "急性肺栓塞");

    private final List<CriticalEvent> events = new ArrayList<>();

    private static UUID id(int number) {
        return new UUID(0, number);
    }

    /// Happened `minute` minutes after the start, and was written down `later` minutes after that.
    private CriticalCase add(
            CriticalKind kind,
            CriticalActor by,
            int minute,
            int later,
            String words,
            @Nullable CriticalContact contact,
            @Nullable UUID corrects,
            Mark... marks) {
        CriticalFinding finding = new CriticalFinding(
                STUDY.study(),
                "r1",
                "s1",
                "右肺动脉主干充盈缺损。",
                "2026.1",
                "pulmonary-embolism",
                "急性肺栓塞",
                "Acute pulmonary embolism",
                new CriticalLimits(Duration.ofMinutes(10), Duration.ofMinutes(20), Duration.ofMinutes(60)));
        Instant at = START.plus(Duration.ofMinutes(minute));
        events.add(new CriticalEvent(
                id(events.size() + 1),
                kind,
                by,
                at,
                at.plus(Duration.ofMinutes(later)),
                words,
                contact,
                kind == CriticalKind.DISCOVERED ? finding : null,
                corrects,
                Set.of(marks)));
        return new CriticalCase(id(99), events);
    }

    private CriticalCase verified() {
        add(CriticalKind.DISCOVERED, RESIDENT, 0, 0, "", null, null);
        return add(CriticalKind.VERIFIED, SENIOR, 2, 0, "", null, null);
    }

    private static JsonNode entries(CriticalCase loop) throws Exception {
        CriticalMessage message = CriticalBundle.last(loop, STUDY).orElseThrow();
        assertEquals(Optional.of(message), CriticalMessage.read(message.bytes()));
        JsonNode bundle = new JsonMapper().readTree(message.bundle());
        assertEquals("transaction", bundle.path("type").asText());
        for (JsonNode entry : bundle.path("entry")) {
            assertEquals("POST", entry.at("/request/method").asText());
            assertFalse(entry.at("/request/ifNoneExist").asText().isEmpty(), "told twice, told once");
        }
        return bundle.path("entry");
    }

    private static List<Change> after(CriticalCase loop) {
        return CriticalBundle.last(loop, STUDY).orElseThrow().after();
    }

    @Test
    void nothingIsToldBeforeASeniorAgreed() {
        assertEquals(
                Optional.empty(),
                CriticalBundle.last(add(CriticalKind.DISCOVERED, RESIDENT, 0, 0, "", null, null), STUDY));
        assertEquals(
                Optional.empty(),
                CriticalBundle.last(add(CriticalKind.UNREACHED, RESIDENT, 1, 0, "", CALL, null), STUDY));
        assertEquals(
                Optional.empty(),
                CriticalBundle.last(add(CriticalKind.CORRECTED, RESIDENT, 0, 3, "手误", null, id(1)), STUDY),
                "what was put right before");
        assertEquals(
                Optional.empty(),
                CriticalBundle.last(add(CriticalKind.EXCLUDED, SENIOR, 4, 0, "伪影", null, null), STUDY));
    }

    @Test
    void anAgreementAsksThatTheWardBeToldInTime() throws Exception {
        CriticalCase loop = verified();
        JsonNode entries = entries(loop);
        JsonNode request = entries.at("/0/resource");
        assertEquals("CommunicationRequest", request.path("resourceType").asText());
        assertEquals("active", request.path("status").asText());
        assertEquals("stat", request.path("priority").asText());
        assertEquals("urn:uuid:" + id(2), request.at("/identifier/0/value").asText());
        assertEquals("urn:uuid:" + id(99), request.at("/groupIdentifier/value").asText());
        assertEquals("2026-11-30T02:00:00Z", request.path("authoredOn").asText());
        assertEquals(
                "2026-11-30T02:10:00Z", request.at("/occurrencePeriod/end").asText(), "ten minutes from discovery");
        assertEquals("u1", request.at("/requester/identifier/value").asText());
        assertEquals("右肺动脉主干充盈缺损。", request.at("/payload/0/contentString").asText());
        assertEquals(
                ReportBundle.urn(new org.readingroom.report.model.ReportId("r1")),
                request.at("/about/0/identifier/value").asText());
        assertEquals("urn:oid:2.25.10", request.at("/about/1/identifier/value").asText());
        assertEquals(
                "pulmonary-embolism", request.at("/reasonCode/0/coding/0/code").asText());
        assertEquals(3, entries.size());
        assertEquals(
                "author", entries.at("/1/resource/agent/0/type/coding/0/code").asText());
        assertEquals(
                "verifier", entries.at("/2/resource/agent/0/type/coding/0/code").asText());
        assertEquals(
                "u2", entries.at("/2/resource/agent/0/who/identifier/value").asText());
        assertEquals(List.of(), after(loop));
    }

    /// A senior agreed on the phone: the senior is named as who agreed, and who wrote it down as that.
    @Test
    void anAgreementOnThePhoneIsTheSeniors() throws Exception {
        add(CriticalKind.DISCOVERED, RESIDENT, 0, 0, "", null, null);
        CriticalContact senior = CriticalContact.by(Medium.PHONE, "主任乙", "", "7001");
        JsonNode agents = entries(add(CriticalKind.VERIFIED, RESIDENT, 2, 1, "", senior, null, Mark.SPOKEN))
                .at("/2/resource/agent");
        assertEquals("主任乙", agents.at("/0/who/display").asText());
        assertEquals("verifier", agents.at("/0/type/coding/0/code").asText());
        assertEquals("u1", agents.at("/1/who/identifier/value").asText());
        assertEquals("enterer", agents.at("/1/type/coding/0/code").asText());
    }

    @Test
    void aCallThatIsEnteredLaterKeepsBothTimesAndWhatWasReadBack() throws Exception {
        verified();
        JsonNode entries = entries(add(CriticalKind.NOTIFIED, RESIDENT, 5, 40, "", CALL, null, Mark.BACKFILLED));
        JsonNode told = entries.at("/0/resource");
        assertEquals("Communication", told.path("resourceType").asText());
        assertEquals("completed", told.path("status").asText());
        assertEquals("2026-11-30T02:05:00Z", told.path("sent").asText());
        assertEquals("2026-11-30T02:05:00Z", told.path("received").asText());
        assertEquals("PHONE", told.at("/medium/0/coding/0/code").asText());
        assertEquals("u1", told.at("/sender/identifier/value").asText());
        assertEquals("护士丁，急诊科", told.at("/recipient/0/display").asText());
        assertTrue(told.at("/note/0/text").asText().endsWith("急性肺栓塞"));
        assertTrue(told.at("/note/1/text").asText().endsWith("8120"));
        assertEquals("urn:uuid:" + id(2), told.at("/basedOn/0/identifier/value").asText());
        JsonNode provenance = entries.at("/1/resource");
        assertEquals("2026-11-30T02:05:00Z", provenance.path("occurredDateTime").asText());
        assertEquals("2026-11-30T02:45:00Z", provenance.path("recorded").asText());
        assertEquals("notified, backfilled", provenance.at("/activity/text").asText());
    }

    @Test
    void nobodyAnsweringIsNoCommunicationThatWasReceived() throws Exception {
        verified();
        CriticalContact number = CriticalContact.by(Medium.PHONE, "", "", "8120");
        JsonNode told = entries(add(CriticalKind.UNREACHED, RESIDENT, 4, 0, "占线", number, null))
                .at("/0/resource");
        assertEquals("not-done", told.path("status").asText());
        assertEquals("占线", told.at("/statusReason/text").asText());
        assertEquals("8120", told.at("/recipient/0/display").asText());
        assertFalse(told.has("received"));
    }

    @Test
    void theWardAnswersAndTheRequestIsDone() throws Exception {
        verified();
        add(CriticalKind.NOTIFIED, RESIDENT, 5, 0, "", CALL, null);
        CriticalContact nurse = CriticalContact.by(Medium.PHONE, "护士丁", "急诊科", "8120");
        JsonNode taken = entries(add(CriticalKind.ACKNOWLEDGED, RESIDENT, 8, 0, "", nurse, null))
                .at("/0/resource");
        assertEquals(
                "urn:uuid:" + id(3),
                taken.at("/inResponseTo/0/identifier/value").asText());
        assertEquals("护士丁，急诊科", taken.at("/sender/display").asText());
        assertEquals("u1", taken.at("/recipient/0/identifier/value").asText());
        CriticalCase loop = add(CriticalKind.HANDLED, RESIDENT, 30, 0, "已抗凝", nurse, null);
        assertEquals(
                "已抗凝", entries(loop).at("/0/resource/payload/0/contentString").asText());
        assertEquals(List.of(new Change("CommunicationRequest", id(2), "completed")), after(loop));
    }

    /// What is put right twice is told twice more, each time in the place of the one before.
    @Test
    void aCorrectionTakesThePlaceOfTheOneBefore() throws Exception {
        verified();
        add(CriticalKind.NOTIFIED, RESIDENT, 5, 0, "", CALL, null);
        CriticalCase once = add(CriticalKind.CORRECTED, RESIDENT, 6, 10, "时间写错", null, id(3));
        JsonNode entries = entries(once);
        assertEquals(
                "urn:uuid:" + id(4),
                entries.at("/0/resource/identifier/0/value").asText());
        assertEquals("2026-11-30T02:06:00Z", entries.at("/0/resource/sent").asText());
        assertEquals("护士丁，急诊科", entries.at("/0/resource/recipient/0/display").asText(), "what was right stays");
        JsonNode provenance = entries.at("/1/resource");
        assertEquals("2026-11-30T02:06:00Z", provenance.path("occurredDateTime").asText());
        assertEquals("2026-11-30T02:16:00Z", provenance.path("recorded").asText());
        assertEquals("时间写错", provenance.at("/reason/0/text").asText());
        assertEquals(
                "urn:uuid:" + id(3),
                provenance.at("/entity/0/what/identifier/value").asText());
        assertEquals(List.of(new Change("Communication", id(3), "entered-in-error")), after(once));
        CriticalCase twice = add(CriticalKind.CORRECTED, SENIOR, 7, 10, "再次更正", null, id(3));
        assertEquals(List.of(new Change("Communication", id(4), "entered-in-error")), after(twice));
    }

    @Test
    void aCorrectedDiscoveryReplacesTheRequest() throws Exception {
        verified();
        CriticalCase loop = add(CriticalKind.CORRECTED, RESIDENT, -5, 20, "时间写错", null, id(1));
        JsonNode request = entries(loop).at("/0/resource");
        assertEquals("2026-11-30T01:55:00Z", request.path("authoredOn").asText());
        assertEquals("2026-11-30T02:05:00Z", request.at("/occurrencePeriod/end").asText());
        assertEquals(
                "urn:uuid:" + id(2), request.at("/replaces/0/identifier/value").asText());
        assertEquals(List.of(new Change("CommunicationRequest", id(2), "entered-in-error")), after(loop));
    }

    @Test
    void aDiscoveryPutRightAfterTheEndAsksForNothingAnyMore() throws Exception {
        verified();
        add(CriticalKind.NOTIFIED, RESIDENT, 5, 0, "", CALL, null);
        add(CriticalKind.ACKNOWLEDGED, RESIDENT, 8, 0, "", CALL, null);
        add(CriticalKind.HANDLED, RESIDENT, 30, 0, "已抗凝", CALL, null);
        CriticalCase loop = add(CriticalKind.CORRECTED, RESIDENT, -5, 60, "时间写错", null, id(1));
        assertEquals("completed", entries(loop).at("/0/resource/status").asText());
        assertEquals(List.of(new Change("CommunicationRequest", id(2), "entered-in-error")), after(loop));
    }

    @Test
    void anAgreementPutRightAfterTheEndAsksForNothingAnyMore() throws Exception {
        verified();
        add(CriticalKind.NOTIFIED, RESIDENT, 5, 0, "", CALL, null);
        add(CriticalKind.ACKNOWLEDGED, RESIDENT, 8, 0, "", CALL, null);
        CriticalCase before = add(CriticalKind.CORRECTED, SENIOR, 3, 10, "时间写错", null, id(2));
        assertEquals("active", entries(before).at("/0/resource/status").asText(), "the ward has not handled it yet");
        CriticalCase handled = add(CriticalKind.HANDLED, RESIDENT, 30, 0, "已抗凝", CALL, null);
        assertEquals(List.of(new Change("CommunicationRequest", id(5), "completed")), after(handled));
        CriticalCase loop = add(CriticalKind.CORRECTED, SENIOR, 1, 60, "时间写错", null, id(2));
        assertEquals("completed", entries(loop).at("/0/resource/status").asText());
        assertEquals(List.of(new Change("CommunicationRequest", id(5), "entered-in-error")), after(loop));
    }

    @Test
    void whatTheHospitalsSystemsSaidIsNotToldBack() {
        verified();
        add(CriticalKind.NOTIFIED, RESIDENT, 5, 0, "", CALL, null);
        assertEquals(
                Optional.empty(),
                CriticalBundle.last(
                        add(CriticalKind.ACKNOWLEDGED, CriticalActor.ward("护士丁"), 6, 0, "", null, null), STUDY));
    }

    @Test
    void brokenBytesAreNoMessageAndItsWordsAreNoLogLine() throws Exception {
        CriticalMessage message = CriticalBundle.last(verified(), STUDY).orElseThrow();
        assertFalse(message.toString().contains(STUDY.patient().id().value()));
        for (String bad :
                List.of("", "{}", "{\"patient\":{\"sex\":\"FEMALE\"},\"bundle\":\"x\",\"after\":[{}]}", "[]")) {
            assertEquals(Optional.empty(), CriticalMessage.read(bad.getBytes(StandardCharsets.UTF_8)), bad);
        }
        JsonNode addressed = new JsonMapper().readTree(message.addressed("77"));
        assertEquals(
                "Patient/77",
                addressed.at("/entry/0/resource/subject/reference").asText());
    }
}
