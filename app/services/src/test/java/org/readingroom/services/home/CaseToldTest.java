package org.readingroom.services.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.readingroom.report.model.Stage;
import org.readingroom.report.quality.ImageGrade;
import org.readingroom.report.quality.ImageQualityWish;
import org.readingroom.report.quality.JudgedImages;
import org.readingroom.report.workflow.CourseAct;
import org.readingroom.services.reporting.ActWish;
import org.readingroom.services.ris.OrderState;
import org.readingroom.services.sync.OutboxEntry;
import org.readingroom.services.sync.OutboxEntry.State;
import org.readingroom.services.sync.OutboxKinds;
import org.readingroom.services.testing.FhirCases;
import org.readingroom.services.testing.FhirFault;
import org.readingroom.services.testing.Orders;
import org.readingroom.services.testing.QuickHome;

/// How the RIS hears of a report that was sent back and of images that no report can rest on.
// [utest->req~report.workflow.return-told-ris~1]
// [utest->req~report.image-quality.told-ris~1]
class CaseToldTest extends ChangedReports {
    private static final ImageQualityWish GOOD = ImageQualityWish.grade(ImageGrade.A, List.of(), "");
    private static final ImageQualityWish WASTE = ImageQualityWish.grade(ImageGrade.D, List.of("motion"), "整层错位");
    private static final ImageQualityWish BACK = ImageQualityWish.giveBack(ImageGrade.D, "请屏气重扫");

    private void order() throws Exception {
        ris.put("""
                {"resourceType":"Task","id":"t-1","status":"in-progress","intent":"order",
                 "for":{"reference":"Patient/p1"},"owner":{"reference":"Practitioner/li"}}""");
        session.orders().put(Orders.of("t-1", "1", 1, OrderState.CLAIMED, null, null));
    }

    private ObjectNode task() {
        return ris.get("Task", "t-1").orElseThrow();
    }

    private String stands() {
        return task().path("status").asText() + "|"
                + task().at("/statusReason/text").asText() + "|"
                + task().at("/businessStatus/text").asText();
    }

    @Test
    void aReturnedReportPutsItsCaseBackToWorkUntilItIsSignedAgain() throws Exception {
        order();
        as("resident");
        sign("左肺结节。", Stage.TRAINEE);
        comes();
        assertEquals("in-progress||", stands());
        as("radiologist");
        giveBack();
        comes();
        assertEquals("in-progress|方位或层面有误 / Side or level is wrong：是右肺|报告退回修改 / report returned", stands());
        as("resident");
        sign("右肺结节。", Stage.TRAINEE);
        comes();
        assertEquals("in-progress||", stands());
        as("radiologist");
        sign("右肺结节。", Stage.PRIMARY);
        as("senior");
        sign("右肺结节。", Stage.REVIEW);
        comes();
        assertEquals("completed||", stands());
        assertEquals(2, cases().size(), "nothing is told of versions that nobody sent back");
        assertEquals(4, ris.versions("Task", "t-1"), "sent back, signed again, read");
    }

    /// The trainee's versions never reach the RIS after a temporary one, and the case is in work again and again.
    @Test
    void whatIsHeldBackEndsTheReturnToo() throws Exception {
        order();
        as("radiologist");
        sign("左肺结节。", Stage.TEMPORARY);
        as("resident");
        sign("左肺小结节。", Stage.TRAINEE);
        as("radiologist");
        giveBack();
        comes();
        assertTrue(stands().endsWith("|报告退回修改 / report returned"), stands());
        as("resident");
        sign("右肺结节。", Stage.TRAINEE);
        comes();
        assertEquals("in-progress||", stands());
        assertEquals(1, ris.all("DiagnosticReport").size());
        assertTrue(ris.all("DiagnosticReport").getFirst().toString().contains("左肺结节。"), "the ward reads on");
        as("radiologist");
        sign("右肺结节。", Stage.PRIMARY);
        comes();
        assertEquals("in-progress||", stands());
        assertEquals(2, cases().size());
    }

    @Test
    void unreadableImagesHoldTheCaseUntilTheyAreJudgedAnew() throws Exception {
        order();
        judge(GOOD);
        judge(WASTE);
        comes();
        assertEquals("on-hold|图像质量 丁 (运动伪影) / image quality D (Motion of the patient)：整层错位|", stands());
        judge(BACK);
        comes();
        assertTrue(stands().endsWith("整层错位；退回重做 / returned：请屏气重扫|"), stands());
        judge(GOOD);
        judge(GOOD);
        comes();
        assertEquals("in-progress||", stands());
        assertEquals(3, cases().size(), "grades that stop nothing are no news");
    }

    /// Grades and their slips during an outage; answers get lost when the line comes back, and the hospital goes on.
    @Test
    void throughAnOutageEverythingArrivesOnceAndInOrder() throws Exception {
        order();
        FhirFault[] gone = new FhirFault[400];
        java.util.Arrays.fill(gone, new FhirFault.LoseRequest());
        ris.faults().next(request -> true, gone);
        judge(WASTE);
        judge(GOOD);
        judge(WASTE);
        as("radiologist");
        ris.faults().none();
        ris.faults()
                .next(
                        request -> request.method().equals("PUT"),
                        new FhirFault.LoseReply(),
                        new FhirFault.LoseRequest(),
                        new FhirFault.LoseReply());
        comes();
        assertTrue(stands().startsWith("on-hold|图像质量 丁"), stands());
        assertEquals(4, ris.versions("Task", "t-1"), "each was written once");
        // made again, as the hospital sees it
        FhirCases.change(ris, "Task", "t-1", task -> task.put("status", "ready").remove("statusReason"));
        judge(GOOD);
        comes();
        assertEquals("ready||", stands());
    }

    /// The program ends with the act on disk and nothing told.
    @Test
    void theNextSessionTellsWhatThisOneCouldNot() throws Exception {
        order();
        FhirFault[] gone = new FhirFault[400];
        java.util.Arrays.fill(gone, new FhirFault.LoseRequest());
        ris.faults().next(request -> true, gone);
        judge(WASTE);
        session.close();
        home.close();
        ris.faults().none();
        home = Home.openOrCreateDemo(
                folder.resolve("home"),
                QuickHome.options(clock)
                        .withRenderer(versions -> new byte[] {'%', 'P', 'D', 'F', '-', '1', '.'})
                        .withClients(runner -> new HospitalDoubles(ris, archive)),
                org.readingroom.viewer.task.Progress.IGNORED);
        session = QuickHome.signIn(home, "senior");
        comes();
        assertTrue(stands().startsWith("on-hold|图像质量 丁"), stands());
    }

    @Test
    void ofACaseThatTheRisDoesNotHaveNothingIsTold() throws Exception {
        judge(WASTE);
        as("resident");
        judge(GOOD);
        sign("左肺结节。", Stage.TRAINEE);
        as("radiologist");
        giveBack();
        as("resident");
        sign("右肺结节。", Stage.TRAINEE);
        comes();
        assertEquals(List.of(), cases());
    }

    /// Two orders fit: only a person knows which is meant.
    @Test
    void ofTwoCasesNoneIsGuessed() throws Exception {
        order();
        session.orders().put(Orders.of("t-2", "1", 1, OrderState.WAITING, null, null));
        judge(WASTE);
        comes();
        assertEquals(List.of(), cases());
        assertEquals("in-progress||", stands());
    }

    private void giveBack() throws Exception {
        String digest = session.reports().versions(study.uid()).getLast().digest();
        session.course().act(study.uid(), ActWish.of(CourseAct.Kind.RETURNED, digest, "side", "是右肺"));
    }

    private void judge(ImageQualityWish wish) throws Exception {
        clock.advance(Duration.ofSeconds(1));
        session.reporting().imageQuality().act(JudgedImages.of(study), wish);
    }

    private List<OutboxEntry> cases() throws Exception {
        return session.outbox().entries().stream()
                .filter(entry -> entry.kind().equals(OutboxKinds.CASE))
                .toList();
    }

    private void as(String name) throws Exception {
        session.close();
        session = QuickHome.signIn(home, name);
    }

    private void comes() throws Exception {
        until("all is sent", () -> {
            clock.advance(Duration.ofMinutes(1));
            session.hospital().sender().wake();
            assertFalse(
                    session.outbox().entries().stream()
                            .anyMatch(entry -> entry.state().needsPerson()),
                    "nothing waits for a person");
            return session.outbox().entries().stream().allMatch(entry -> entry.state() == State.SENT);
        });
    }
}
