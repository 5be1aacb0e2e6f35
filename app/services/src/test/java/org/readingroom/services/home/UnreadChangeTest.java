package org.readingroom.services.home;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.readingroom.report.merge.MergeResult;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.Stage;
import org.readingroom.services.link.ServerFault;
import org.readingroom.services.reading.IncomingChange;
import org.readingroom.services.ris.RisException;
import org.readingroom.services.ris.RisReports;
import org.readingroom.services.sync.OutboxEntry;
import org.readingroom.services.sync.OutboxEntry.State;
import org.readingroom.services.testing.QuickHome;

/// Reports of ours that were changed in the hospital and cannot be read there.
// [utest->req~report.incoming.unread~1]
class UnreadChangeTest extends ChangedReports {
    /// The hospital amended by a resource of its own beside ours, which has the number of a version that ours had.
    @Test
    void anAmendmentBesideOursIsToldToAPersonAndShownOnceOneOfTheTwoIsGone() throws Exception {
        sign("右肺结节。", Stage.PRIMARY);
        until("sent", this::isSeenTo);
        ObjectNode ours = ris.all("DiagnosticReport").getFirst();
        ObjectNode amended = ours.deepCopy();
        amended.put("id", "amended").put("status", "amended").put("conclusion", "左肺结节。");
        ris.put(amended);
        othersGoOn();
        until("told", () -> poll(reports()) == 0 && report().state() == State.CONFLICT);
        assertEquals("services.outbox.unread-there", reason());

        // who tries it again without mending it is told again, and so is who signs in anew
        session.hospital().sender().retry(report().id());
        until("told again", () -> poll(reports()) == 0 && timesTold() == 2 && report().state() == State.CONFLICT);
        session.close();
        session = QuickHome.signIn(home, "radiologist");

        ris.delete("DiagnosticReport", "amended");
        conclude(ours.path("id").asText(), "左肺结节，已改。");
        othersGoOn();
        until("the change", () -> poll(reports()) == 1);
        assertEquals("左肺结节，已改。", incoming().changes().getFirst().theirs().text(SectionKind.IMPRESSION));
    }

    /// The hospital put a resource of its own in the place of ours: it begins with the number that ours had.
    @Test
    void anAmendmentInThePlaceOfOursIsShownOnce() throws Exception {
        sign("右肺结节。", Stage.PRIMARY);
        until("sent", this::isSeenTo);
        ObjectNode ours = ris.all("DiagnosticReport").getFirst();
        ObjectNode amended = ours.deepCopy();
        ris.delete("DiagnosticReport", ours.path("id").asText());
        ris.put(amended.put("id", "amended").put("status", "amended").put("conclusion", "左肺结节。"));
        until("the change", () -> poll(reports()) == 1);
        IncomingChange change = incoming().changes().getFirst();
        assertEquals("左肺结节。", change.theirs().text(SectionKind.IMPRESSION));
        incoming().take(change, change.merge());
        assertEquals(0, poll(reports()));
        assertEquals(0, poll(reports()));
    }

    /// The hospital voided ours and put another beside it: that one is the report.
    @Test
    void aVoidedReportHidesNotTheOneInItsPlace() throws Exception {
        sign("右肺结节。", Stage.PRIMARY);
        until("sent", this::isSeenTo);
        ObjectNode ours = ris.all("DiagnosticReport").getFirst();
        ObjectNode amended = ours.deepCopy();
        ris.put(ours.put("status", "entered-in-error"));
        ris.put(amended.put("id", "amended").put("status", "amended").put("conclusion", "左肺结节。"));
        until(
                "the change",
                () -> poll(reports()) == 1
                        && incoming()
                                .changes()
                                .getFirst()
                                .theirs()
                                .text(SectionKind.IMPRESSION)
                                .equals("左肺结节。"));
        assertEquals(State.SENT, report().state(), "nobody is told that it cannot be read");
    }

    /// The same, and the next version is signed before anybody has asked: it must not go over words nobody here has
    /// seen, though they have the number that ours had.
    // [utest->req~report.fhir.once~1]
    @Test
    void nothingIsFiledOverAnAmendmentInThePlaceOfOurs() throws Exception {
        sign("右肺结节。", Stage.PRIMARY);
        until("sent", this::isSeenTo);
        session.hospital().reportWatch().orElseThrow().close();
        poll(reports()); // after the last of the watch
        ObjectNode ours = ris.all("DiagnosticReport").getFirst();
        ObjectNode amended = ours.deepCopy();
        ris.delete("DiagnosticReport", ours.path("id").asText());
        ris.put(amended.put("id", "amended").put("status", "amended").put("conclusion", "左肺结节。"));
        session.close();
        session = QuickHome.signIn(home, "senior");
        session.hospital().reportWatch().orElseThrow().close();
        sign("右肺上叶结节。", Stage.REVIEW);
        until("seen to", this::isSeenTo);
        assertEquals(
                "左肺结节。",
                ris.all("DiagnosticReport").getFirst().path("conclusion").asText());
        assertEquals(1, session.outbox().deadLetters().size(), "the next version waits for a person");
        until("the change", () -> poll(reports()) == 1);
        IncomingChange change = incoming().changes().getFirst();
        MergeResult merge = change.merge();
        incoming().take(change, merge.decidedForTheirs(merge.conflicts().getFirst()));
        sign("左肺结节，建议复查。", Stage.REVIEW);
        until(
                "filed on what was seen",
                () -> ris.all("DiagnosticReport")
                        .getFirst()
                        .path("conclusion")
                        .asText()
                        .contains("建议复查"));
    }

    /// What a person has seen and went on from is replaced once more, by another resource whose number is the same.
    // [utest->req~report.fhir.once~1]
    @Test
    void nothingIsFiledOverAnAmendmentInThePlaceOfOneThatWasSeen() throws Exception {
        sign("右肺结节。", Stage.PRIMARY);
        until("sent", this::isSeenTo);
        session.hospital().reportWatch().orElseThrow().close();
        poll(reports()); // after the last of the watch
        replace("first", "左肺结节。");
        until("the change", () -> poll(reports()) == 1);
        IncomingChange change = incoming().changes().getFirst();
        incoming().take(change, change.merge());
        replace("second", "双肺结节。");
        assertEquals(1, ris.versions("DiagnosticReport", "second"), "the number is that of the one that was seen");
        session.close();
        session = QuickHome.signIn(home, "senior");
        session.hospital().reportWatch().orElseThrow().close();
        sign("左肺结节，建议复查。", Stage.REVIEW);
        until("seen to", this::isSeenTo);
        assertEquals(
                "双肺结节。",
                ris.all("DiagnosticReport").getFirst().path("conclusion").asText());
        assertEquals(1, session.outbox().deadLetters().size(), "it waits for a person");
        until("the change is heard of", () -> poll(reports()) == 1);
    }

    private void replace(String id, String words) {
        ObjectNode there = ris.all("DiagnosticReport").getFirst();
        ris.delete("DiagnosticReport", there.path("id").asText());
        ris.put(there.deepCopy().put("id", id).put("status", "amended").put("conclusion", words));
    }

    /// An answer that stays broken; others go on in the hospital meanwhile, so that nothing more is heard of it.
    @Test
    void whatCouldNotBeReadIsAskedForThoughNothingMoreIsHeardOfIt() throws Exception {
        sign("右肺结节。", Stage.PRIMARY);
        until("sent", this::isSeenTo);
        AtomicBoolean isBroken = new AtomicBoolean(true);
        RisReports broken = broken(isBroken);
        session.hospital().reportWatch().orElseThrow().close();
        poll(reports()); // after the last of the watch
        conclude("左肺结节。");
        for (int polls = 1; polls < 20; polls++) {
            assertEquals(0, poll(broken));
            assertEquals(State.SENT, report().state(), "nobody is bothered yet");
        }
        othersGoOn();
        assertEquals(0, poll(broken));
        assertEquals(State.CONFLICT, report().state());
        assertEquals("services.outbox.unread-there", reason());
        assertEquals(0, poll(broken));
        assertEquals(1, timesTold());
        isBroken.set(false);
        assertEquals(1, poll(broken));
    }

    private OutboxEntry report() throws Exception {
        return session.outbox().entries().stream()
                .filter(OutboxEntry::isReport)
                .findFirst()
                .orElseThrow();
    }

    private String reason() throws Exception {
        return session.outbox().story(report().id()).events().getLast().reasonKey();
    }

    private long timesTold() throws Exception {
        return session.outbox().story(report().id()).events().stream()
                .filter(event -> event.reasonKey().equals("services.outbox.unread-there"))
                .count();
    }

    private void conclude(String id, String words) {
        ObjectNode report = ris.all("DiagnosticReport").stream()
                .filter(each -> each.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
        ris.put(report.put("conclusion", words));
    }

    private RisReports broken(AtomicBoolean isBroken) {
        return (RisReports) Proxy.newProxyInstance(
                RisReports.class.getClassLoader(), new Class<?>[] {RisReports.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("current") && isBroken.get()) {
                        throw new RisException(ServerFault.GARBLED, "", "cut", null);
                    }
                    try {
                        return method.invoke(reports(), arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
