package org.readingroom.services.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.readingroom.report.model.Stage;
import org.readingroom.report.workflow.CourseAct.Kind;
import org.readingroom.services.reading.ReadingState;
import org.readingroom.services.reading.WorklistItem;
import org.readingroom.services.reporting.ActWish;
import org.readingroom.services.sync.OutboxEntry.State;
import org.readingroom.services.testing.QuickHome;

/// A new reading and the hospital: nothing of it is told before its review, and then it takes the place of the old one.
// [utest->req~report.workflow.reread-valid~1]
class RereadOnServerTest extends ChangedReports {
    @Test
    void theHospitalKeepsTheOldVersionUntilTheReview() throws Exception {
        sign("右肺结节。", Stage.PRIMARY);
        as("senior");
        sign("右肺上叶结节。", Stage.REVIEW);
        until("all is sent", this::isAllSent);
        as("resident");
        act(Kind.CHANGE_REQUESTED, "");
        as("senior");
        act(Kind.CHANGE_GRANTED, Stage.AMENDMENT.name());
        as("radiologist");
        until("all is sent", this::isAllSent);
        ris.forgetRequests();
        int entries = session.outbox().entries().size();
        WorklistItem issued = session.worklist().items().getFirst();
        assertEquals(ReadingState.ISSUED, issued.state());
        sign("右肺上叶腺癌可能。", Stage.REREAD);
        session.hospital().sender().wake();
        as("senior");
        until("all is sent", this::isAllSent);
        assertEquals(entries, session.outbox().entries().size());
        WorklistItem now = session.worklist().items().getFirst();
        assertEquals(ReadingState.ISSUED, now.state());
        assertEquals(issued.changed(), now.changed());
        assertEquals(
                List.of(),
                ris.requests().stream()
                        .filter(request -> !request.method().equals("GET")
                                && !request.method().equals("HEAD"))
                        .map(request -> request.method() + " " + request.path())
                        .toList());
        assertEquals(List.of("current", "superseded"), statuses());
        assertEquals(List.of("final 右肺上叶结节。"), reports(ris.all("DiagnosticReport")));
        sign("右肺上叶腺癌可能，建议穿刺。", Stage.AMENDMENT);
        until("all is sent", this::isAllSent);
        assertEquals(List.of("current", "superseded", "superseded"), statuses());
        assertEquals(List.of("amended 右肺上叶腺癌可能，建议穿刺。"), reports(ris.all("DiagnosticReport")));
        assertTrue(session.reports().verify(study.uid()).stream().allMatch(verdict -> verdict.isSound()));
    }

    private void as(String name) throws Exception {
        until("sent", this::isSeenTo);
        session.close();
        session = QuickHome.signIn(home, name);
    }

    private void act(Kind kind, String code) throws Exception {
        session.course().act(study.uid(), ActWish.of(kind, session.course().course(study.uid()), code, "穿刺为腺癌"));
    }

    private boolean isAllSent() throws Exception {
        return session.outbox().entries().stream().allMatch(entry -> entry.state() == State.SENT);
    }

    private List<String> statuses() {
        return ris.all("DocumentReference").stream()
                .map(each -> each.path("status").asText())
                .sorted()
                .toList();
    }

    private static List<String> reports(List<? extends JsonNode> all) {
        return all.stream()
                .map(each -> each.path("status").asText() + " "
                        + each.path("conclusion").asText())
                .toList();
    }
}
