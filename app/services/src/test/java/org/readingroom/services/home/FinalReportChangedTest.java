package org.readingroom.services.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.Section;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SentenceOrigin;
import org.readingroom.report.model.Stage;
import org.readingroom.services.archive.ArchiveException;
import org.readingroom.services.link.ServerFault;
import org.readingroom.services.reading.IncomingChange;
import org.readingroom.services.reading.OpenReport;
import org.readingroom.services.ris.RisReports;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.services.testing.TestArchive;

/// Reports that are final here and were changed in the hospital.
// [utest->req~report.incoming~1]
class FinalReportChangedTest extends ChangedReports {
    /// An addendum signed against a change of the final report: nobody's words are merged, a person sees the change and
    /// the addendum is signed again on top of it. What else goes out with the final report still goes.
    // [utest->req~report.merge.signed-anew~1]
    // [utest->req~report.incoming.final~1]
    @Test
    void anAddendumRestsOnAFinalReportThatWasChangedOnceAPersonHasSeenIt() throws Exception {
        sign("右肺结节。", Stage.PRIMARY);
        until("sent", this::isSeenTo);
        session.close();
        session = QuickHome.signIn(home, "senior");
        archive.meddle(new TestArchive.Meddler() {
            @Override
            public void before(String request) throws ArchiveException {
                throw new ArchiveException(ServerFault.UNREACHABLE, "the archive is off", null);
            }
        });
        sign("右肺上叶结节。", Stage.REVIEW);
        until("final", this::isSeenTo);
        conclude("右肺上叶结节，已改。");
        add("补充：对比既往片无变化。");
        until("a conflict", this::isSeenTo);
        until("the change", () -> poll(reports()) == 1);
        IncomingChange change = incoming().changes().getFirst();
        assertFalse(change.mayBeTaken());
        assertTrue(change.mayBeAccepted());
        incoming().accept(change);

        assertEquals(List.of(), session.outbox().deadLetters());
        assertEquals(
                List.of("2 WAITING", "2 WAITING", "3 WITHDRAWN", "3 WITHDRAWN"),
                session.outbox().entries().stream()
                        .filter(entry -> entry.target().equals("pacs"))
                        .map(entry -> entry.reportVersion() + " " + entry.state())
                        .toList());
        OpenReport again = open();
        assertTrue(again.isDraft());
        assertEquals(Optional.of(Stage.ADDENDUM), again.nextStage());
        assertEquals("右肺上叶结节。", again.report().text(SectionKind.IMPRESSION), "no word was merged");
        session.reports().sign(again.report(), again.baseVersion(), Stage.ADDENDUM, "临床要求", "demo".toCharArray());
        until(
                "appended",
                () -> ris.all("DiagnosticReport")
                        .getFirst()
                        .path("status")
                        .asText()
                        .equals("appended"));
        until("sent", this::isSeenTo);
        assertEquals(0, poll(reports()));

        conclude("又改。");
        until("the next change", () -> poll(reports()) == 1);
        incoming().accept(incoming().changes().getFirst());
        assertFalse(open().isDraft(), "nothing to sign again");
        assertEquals(0, poll(reports()));
    }

    /// Its author lets the withdrawn addendum be: nobody reads its words as signed any more, and what holds is at rest.
    // [utest->req~report.incoming.final~1]
    @Test
    void aWithdrawnAddendumThatNobodyWantsIsNotReadAsSigned() throws Exception {
        sign("右肺结节。", Stage.PRIMARY);
        session.close();
        session = QuickHome.signIn(home, "senior");
        sign("右肺上叶结节。", Stage.REVIEW);
        until("sent", this::isSeenTo);
        conclude("右肺上叶结节，已改。");
        add("补充：对比既往片无变化。");
        until("a conflict", this::isSeenTo);
        until("the change", () -> poll(reports()) == 1);
        incoming().accept(incoming().changes().getFirst());
        OpenReport again = open();
        assertEquals("补充：对比既往片无变化。", again.report().text(SectionKind.ADDENDUM));
        assertFalse(again.isAtRest(), "it is to be signed again");
        assertFalse(session.reports().isAtRest(study.uid()));
        assertTrue(session.reports().discardDraft(study.uid(), again.base(), "不再需要"));
        OpenReport without = open();
        assertEquals("", without.report().text(SectionKind.ADDENDUM));
        assertTrue(without.isAtRest());
        assertTrue(session.reports().isAtRest(study.uid()));
    }

    /// The change is seen to while its words are on their way once more: what was asked for before is no news.
    // [utest->req~report.incoming.light~1]
    @Test
    void anAnswerThatWasOvertakenBringsNothingBack() throws Exception {
        sign("右肺结节。", Stage.PRIMARY);
        until("sent", this::isSeenTo);
        conclude("左肺结节。");
        until("the change", () -> poll(reports()) == 1);
        IncomingChange change = incoming().changes().getFirst();
        AtomicBoolean isTaken = new AtomicBoolean();
        RisReports slow = (RisReports) Proxy.newProxyInstance(
                RisReports.class.getClassLoader(), new Class<?>[] {RisReports.class}, (proxy, method, arguments) -> {
                    Object answer = method.invoke(reports(), arguments);
                    if (method.getName().equals("current") && isTaken.compareAndSet(false, true)) {
                        incoming().take(change, change.merge());
                    }
                    return answer;
                });
        assertEquals(0, poll(slow));
        assertTrue(isTaken.get(), "nothing was asked for");
        assertEquals("左肺结节。", open().report().text(SectionKind.IMPRESSION));
    }

    private void add(String words) throws Exception {
        OpenReport open = open();
        Report added = open.report()
                .with(new Section(SectionKind.ADDENDUM, List.of(ReportSentence.of(words, SentenceOrigin.HUMAN))));
        session.reports().sign(added, open.baseVersion(), Stage.ADDENDUM, "临床要求", "demo".toCharArray());
    }
}
