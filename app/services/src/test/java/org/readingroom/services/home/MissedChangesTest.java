package org.readingroom.services.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.readingroom.report.merge.MergeResult;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.Stage;
import org.readingroom.services.reading.IncomingChange;
import org.readingroom.services.ris.ReportChanges;
import org.readingroom.services.ris.RisReports;
import org.readingroom.services.sync.OutboxEntry.State;
import org.readingroom.services.testing.FhirFault;
import org.readingroom.services.testing.FhirRequest;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.viewer.model.WorkstationException;

/// Changes in the hospital at moments when they are easily missed.
// [utest->req~report.incoming~1]
class MissedChangesTest extends ChangedReports {
    private final AtomicBoolean isHeld = new AtomicBoolean();

    /// The first version arrived, its acknowledgement did not, and the hospital corrected it before it was asked
    /// again. Others went on meanwhile, so that the next question begins behind the correction.
    @Test
    void aCorrectionBeforeTheFirstReceiptIsShown() throws Exception {
        fileAndLoseTheReply();
        conclude("左肺结节。");
        othersGoOn();
        until("the change", () -> poll(reports()) == 1);
        assertShown();
        assertFalse(isSeenTo());
        retry();
        until("the change", () -> poll(reports()) == 1);
        assertShown();
        IncomingChange change = incoming().changes().getFirst();
        incoming().take(change, change.merge());
        assertEquals("左肺结节。", open().report().text(SectionKind.IMPRESSION));
        until("nothing is left", () -> poll(reports()) == 0);
    }

    @Test
    void wordsThatWereAcknowledgedChangedAreAskedFor() throws Exception {
        ris.faults()
                .next(
                        request -> request.query().contains("_lastUpdated"),
                        Collections.nCopies(100, FhirFault.status(503)).toArray(new FhirFault[0]));
        fileAndLoseTheReply();
        conclude("左肺结节。");
        retry();
        until("the change", () -> poll(withoutChanges(reports())) == 1);
        assertShown();
        // the session's own watch may be asking at this moment too
        until("asked no more", () -> {
            ris.forgetRequests();
            return poll(withoutChanges(reports())) == 1
                    && ris.requests().stream()
                            .noneMatch(request -> request.query().contains("identifier="));
        });
    }

    /// Somebody signs between the moment the change is shown and the one it is taken.
    // [utest->req~report.merge.signed-anew~1]
    @Test
    void aVersionSignedMeanwhileIsNotWithdrawn() throws Exception {
        sign("右肺结节。", Stage.PRIMARY);
        until("sent", this::isSeenTo);
        conclude("左肺结节。");
        until("the change", () -> poll(reports()) == 1);
        IncomingChange change = incoming().changes().getFirst();
        assertFalse(change.isDraft());
        session.close();
        session = QuickHome.signIn(home, "senior");
        sign("右肺上叶结节。", Stage.REVIEW);
        until("a conflict", this::isSeenTo);
        WorkstationException stale =
                assertThrows(WorkstationException.class, () -> incoming().take(change, change.merge()));
        assertEquals("services.report.signed-meanwhile", stale.messageKey());
        assertEquals(State.CONFLICT, session.outbox().deadLetters().getFirst().state());
        assertFalse(open().isDraft());
        assertEquals(Set.of("radiologist", "senior"), signers());

        MergeResult merge = incoming().changes().getFirst().merge();
        incoming()
                .take(
                        incoming().changes().getFirst(),
                        merge.decidedForTheirs(merge.conflicts().getFirst()));
        session.reports().discardDraft(study.uid(), open().base(), "");
        assertEquals(Set.of("radiologist"), signers(), "whose version was withdrawn is not done");
    }

    /// The same with a draft that was thrown away: its words were what the merge began with.
    @Test
    void aDraftThatIsGoneIsNotBroughtBack() throws Exception {
        sign("右肺结节。", Stage.PRIMARY);
        until("sent", this::isSeenTo);
        conclude("左肺结节。");
        until("the change", () -> poll(reports()) == 1);
        assertEquals(Set.of("radiologist"), signers());
        session.reports().saveDraft(open().report(), 1);
        assertEquals(Set.of(), signers(), "who writes once more is not done");
        IncomingChange change = incoming().changes().getFirst();
        assertTrue(change.isDraft());
        session.reports().discardDraft(study.uid(), open().base(), "");
        WorkstationException stale =
                assertThrows(WorkstationException.class, () -> incoming().take(change, change.merge()));
        assertEquals("services.report.changed-meanwhile", stale.messageKey());
        assertFalse(open().isDraft());
    }

    /// Whoever keeps the users only decides nothing about a report; a trainee writes.
    // [utest->req~report.incoming.right~1]
    @Test
    void onlyWhoWritesReportsDecidesAboutAChange() throws Exception {
        sign("右肺结节。", Stage.PRIMARY);
        until("sent", this::isSeenTo);
        conclude("左肺结节。");
        until("the change", () -> poll(reports()) == 1);
        session.close();
        session = QuickHome.signIn(home, "admin");
        IncomingChange change = incoming().changes().getFirst();
        for (Executable act : List.<Executable>of(
                () -> incoming().take(change, change.merge()),
                () -> incoming().accept(change),
                () -> incoming().dismiss(change, "seen"))) {
            WorkstationException refused = assertThrows(WorkstationException.class, act);
            assertEquals("services.report.not-a-writer", refused.messageKey());
        }
        assertEquals(1, incoming().changes().size());
        assertFalse(open().isDraft());
        session.close();
        session = QuickHome.signIn(home, "resident");
        incoming().take(incoming().changes().getFirst(), change.merge());
        assertEquals("左肺结节。", open().report().text(SectionKind.IMPRESSION));
    }

    /// An answer that was cut says nothing: the change is heard again, although others went on.
    // [utest->req~report.incoming.light~1]
    @Test
    void aChangeWhoseWordsWereCutIsHeardAgain() throws Exception {
        sign("右肺结节。", Stage.PRIMARY);
        until("sent", this::isSeenTo);
        AtomicBoolean isCut = new AtomicBoolean();
        ris.faults()
                .next(
                        request -> request.method().equals("GET")
                                && request.path().endsWith("DiagnosticReport")
                                && request.query().contains("identifier=")
                                && conclusion().equals("左肺结节。")
                                && isCut.compareAndSet(false, true),
                        new FhirFault.CutReply());
        conclude("左肺结节。");
        othersGoOn();
        until("the change", () -> poll(reports()) == 1);
        assertTrue(isCut.get(), "nothing was cut");
    }

    /// Who has handed the case on.
    // [utest->req~worklist.handed-on~1]
    private Set<String> signers() throws Exception {
        return session.worklist().items().stream()
                .filter(item -> item.study().uid().equals(study.uid()))
                .findFirst()
                .orElseThrow()
                .signers();
    }

    private String conclusion() {
        return ris.all("DiagnosticReport").getFirst().path("conclusion").asText();
    }

    private void assertShown() throws Exception {
        IncomingChange change = incoming().changes().getFirst();
        assertEquals("右肺结节。", change.ground().text(SectionKind.IMPRESSION));
        assertEquals("右肺结节。", change.mine().text(SectionKind.IMPRESSION));
        assertEquals("左肺结节。", change.theirs().text(SectionKind.IMPRESSION));
        assertTrue(change.mayBeTaken());
    }

    private void fileAndLoseTheReply() throws Exception {
        ris.faults().next(request -> request.method().equals("POST"), new FhirFault.LoseReply());
        isHeld.set(true);
        ris.faults()
                .next(
                        this::isAskingForTheFiling,
                        Collections.nCopies(1000, FhirFault.status(503)).toArray(new FhirFault[0]));
        sign("右肺结节。", Stage.PRIMARY);
        until("it is there", () -> !ris.all("DiagnosticReport").isEmpty());
        assertFalse(isSeenTo());
    }

    /// Whether the desk looks for its filing; it must not find it before the hospital has made its correction.
    private boolean isAskingForTheFiling(FhirRequest request) {
        return isHeld.get()
                && request.query().contains("identifier=")
                && ris.all("DiagnosticReport").stream()
                        .filter(report -> report.has("identifier"))
                        .anyMatch(report -> !request.query()
                                .contains(report.at("/identifier/0/value")
                                        .asText("none")
                                        .replace("urn:uuid:", "")));
    }

    private void retry() throws Exception {
        isHeld.set(false);
        until("sent", () -> {
            clock.advance(Duration.ofMinutes(1));
            session.hospital().sender().wake();
            return isSeenTo();
        });
    }

    /// A RIS that was heard beyond every change already.
    private static RisReports withoutChanges(RisReports reports) {
        return (RisReports) Proxy.newProxyInstance(
                RisReports.class.getClassLoader(), new Class<?>[] {RisReports.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("changes")) {
                        return new ReportChanges(List.of(), (String) arguments[0]);
                    }
                    try {
                        return method.invoke(reports, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
