package org.readingroom.services.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.Section;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SentenceOrigin;
import org.readingroom.report.model.Stage;
import org.readingroom.services.reading.OpenReport;
import org.readingroom.services.sync.OutboxEntry;
import org.readingroom.services.sync.OutboxEntry.State;
import org.readingroom.services.sync.OutboxKinds;
import org.readingroom.services.testing.FhirFault;
import org.readingroom.services.testing.FhirRequest;
import org.readingroom.services.testing.QuickHome;

/// Of the versions of a report one is valid in the hospital, whatever happens on the way.
// [utest->req~report.fhir.one-valid~1]
class OneValidVersionTest extends ChangedReports {
    @Test
    void ofThreeVersionsTheLastHolds() throws Exception {
        sign("右肺结节。", Stage.PRIMARY);
        as("senior");
        sign("右肺上叶结节。", Stage.REVIEW);
        until("all is sent", this::isAllSent);
        OpenReport open = open();
        Report added = open.report()
                .with(new Section(SectionKind.ADDENDUM, List.of(ReportSentence.of("补充：无变化。", SentenceOrigin.HUMAN))));
        session.reports().sign(added, open.baseVersion(), Stage.ADDENDUM, "临床要求", "demo".toCharArray());
        until("all is sent", this::isAllSent);
        assertEquals(List.of("superseded", "superseded", "current"), statuses());
        assertEquals(List.of(List.of(), List.of(0), List.of(1)), replaced(), "each replaces the one before it");
        assertEquals(
                "appended",
                ris.all("DiagnosticReport").getFirst().path("status").asText());
        for (UUID filing : filings()) {
            assertTrue(reports().filed(filing).isPresent(), "a lost reply would find it");
        }
        assertOldHoldsUntilNewIsThere();
    }

    /// The line breaks before, between and after the two steps, and answers get lost: each document is written once.
    @Test
    void brokenLinesLeaveOneValidVersionAndWriteNothingTwice() throws Exception {
        ris.faults()
                .next(
                        request -> request.method().equals("PUT"),
                        new FhirFault.LoseRequest(),
                        new FhirFault.LoseReply(),
                        new FhirFault.LoseRequest(),
                        FhirFault.status(503),
                        new FhirFault.LoseReply());
        sign("右肺结节。", Stage.PRIMARY);
        as("senior");
        sign("右肺上叶结节。", Stage.REVIEW);
        comes("all is sent");
        assertEquals(List.of("superseded", "current"), statuses());
        assertEquals(List.of(List.of(), List.of(0)), replaced());
        for (UUID filing : filings()) {
            String id = document(filing).path("id").asText();
            assertEquals(2, ris.versions("DocumentReference", id), "filed, and changed once");
        }
        assertOldHoldsUntilNewIsThere();
    }

    /// The program ends between the arrival and the recall; the next session goes on.
    @Test
    void whatAnOutageCutShortIsDoneAfterIt() throws Exception {
        sign("右肺结节。", Stage.PRIMARY);
        as("senior");
        FhirFault[] gone = new FhirFault[40];
        java.util.Arrays.fill(gone, new FhirFault.LoseRequest());
        ris.faults().next(OneValidVersionTest::isOfDocument, gone);
        sign("右肺上叶结节。", Stage.REVIEW);
        until("the new version is there", () -> ris.all("DocumentReference").size() == 2);
        assertEquals(List.of("current", "current"), statuses());
        session.close();
        ris.faults().none();
        session = QuickHome.signIn(home, "resident");
        comes("all is sent");
        assertEquals(List.of("superseded", "current"), statuses());
    }

    /// A version that the RIS refuses replaces nothing.
    @Test
    void theOldOneHoldsWhileTheNewOneIsNotThere() throws Exception {
        sign("右肺结节。", Stage.PRIMARY);
        until("all is sent", this::isAllSent);
        as("senior");
        ris.faults().next(request -> request.method().equals("POST"), FhirFault.status(422));
        ris.forgetRequests();
        sign("右肺上叶结节。", Stage.REVIEW);
        until("refused", () -> !session.outbox().deadLetters().isEmpty());
        OutboxEntry dead = session.outbox().deadLetters().getFirst();
        assertTrue(dead.isReport());
        clock.advance(Duration.ofHours(1));
        session.hospital().sender().wake();
        until(
                "the recall waits behind it",
                () -> session.outbox().entries().stream()
                        .anyMatch(entry -> entry.kind().equals(OutboxKinds.RECALL) && entry.state() == State.WAITING));
        session.hospital().sender().setAside(dead.id(), "sent by hand");
        until(
                "it waits for a person too",
                () -> session.outbox().deadLetters().stream()
                        .anyMatch(entry -> entry.kind().equals(OutboxKinds.RECALL)));
        assertEquals(List.of("current"), statuses());
        assertEquals(
                0,
                ris.requests().stream()
                        .filter(OneValidVersionTest::isOfDocument)
                        .count());
    }

    /// It is retried by a person although its version never arrived: it says so, after a few looks.
    @Test
    void aRecallWithoutItsVersionIsForAPerson() throws Exception {
        sign("右肺结节。", Stage.PRIMARY);
        until("all is sent", this::isAllSent);
        as("senior");
        sign("右肺上叶结节。", Stage.REVIEW);
        until("all is sent", this::isAllSent);
        ObjectNode old = document(filings().getFirst()).put("status", "current");
        ris.put(old);
        ris.delete("DocumentReference", document(filings().getLast()).path("id").asText());
        UUID recall = recall().id();
        // as if the answer had never come
        home.documents()
                .write(t -> org.readingroom.services.store.OutboxTable.move(
                        t, recall.toString(), State.SENT.name(), State.WAITING.name()));
        until("it is for a person", () -> {
            clock.advance(Duration.ofMinutes(6));
            session.hospital().sender().wake();
            return session.outbox().entry(recall).state() == State.DEAD;
        });
        assertEquals(
                "services.outbox.recall-not-there",
                session.outbox().story(recall).events().getLast().reasonKey());
        assertEquals(List.of("current"), statuses());
    }

    private void as(String name) throws Exception {
        until("sent", this::isSeenTo);
        session.close();
        session = QuickHome.signIn(home, name);
    }

    private void comes(String what) throws Exception {
        until(what, () -> {
            clock.advance(Duration.ofMinutes(1));
            session.hospital().sender().wake();
            return isAllSent();
        });
    }

    private boolean isAllSent() throws Exception {
        return session.outbox().entries().stream().allMatch(entry -> entry.state() == State.SENT);
    }

    private OutboxEntry recall() throws Exception {
        return session.outbox().entries().stream()
                .filter(entry -> entry.kind().equals(OutboxKinds.RECALL))
                .findFirst()
                .orElseThrow();
    }

    private List<UUID> filings() throws Exception {
        return session.outbox().entries().stream()
                .filter(OutboxEntry::isReport)
                .map(OutboxEntry::id)
                .toList();
    }

    private ObjectNode document(UUID filing) {
        return ris.all("DocumentReference").stream()
                .filter(each -> each.at("/identifier/0/value").asText().equals("urn:uuid:" + filing))
                .findFirst()
                .orElseThrow();
    }

    /// In the order the versions were signed; those that are not there are left out.
    private List<String> statuses() throws Exception {
        List<String> statuses = new ArrayList<>();
        for (UUID filing : filings()) {
            ris.all("DocumentReference").stream()
                    .filter(each -> each.at("/identifier/0/value").asText().equals("urn:uuid:" + filing))
                    .forEach(each -> statuses.add(each.path("status").asText()));
        }
        return statuses;
    }

    /// Which versions each replaces, by their place in the order.
    private List<List<Integer>> replaced() throws Exception {
        List<UUID> filings = filings();
        List<List<Integer>> all = new ArrayList<>();
        for (UUID filing : filings) {
            List<Integer> those = new ArrayList<>();
            document(filing).path("relatesTo").forEach(relation -> {
                for (int i = 0; i < filings.size(); i++) {
                    String name = "DocumentReference/"
                            + document(filings.get(i)).path("id").asText();
                    if (relation.at("/target/reference").asText().equals(name)) {
                        those.add(i);
                    }
                }
            });
            all.add(those);
        }
        return all;
    }

    /// No document was superseded before another one had been filed.
    private void assertOldHoldsUntilNewIsThere() {
        int filed = 0;
        List<String> superseded = new ArrayList<>();
        for (FhirRequest request : ris.requests()) {
            filed += request.method().equals("POST") && request.path().isEmpty() ? 1 : 0;
            boolean isRecall = request.method().equals("PUT") && request.body().contains("\"superseded\"");
            if (isRecall && !superseded.contains(request.path())) {
                superseded.add(request.path());
            }
            assertTrue(superseded.size() < Math.max(1, filed), "one is left valid at every moment");
        }
    }

    private static boolean isOfDocument(FhirRequest request) {
        return request.path().startsWith("DocumentReference");
    }
}
