package org.readingroom.desktop.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.readingroom.desktop.request.RequestState;
import org.readingroom.report.check.CheckContext;
import org.readingroom.report.check.CheckFacts;
import org.readingroom.report.check.CheckResult;
import org.readingroom.report.check.CheckRules;
import org.readingroom.report.check.ReportChecks;
import org.readingroom.report.edit.ReportEdits;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.StudyIdentity;
import org.readingroom.services.ris.Order;
import org.readingroom.services.ris.RequestForm;
import org.readingroom.services.testing.Orders;
import org.readingroom.viewer.model.StudyUid;

// [utest->req~report.check.facts~1]
class OrderFactsTest {
    private static final Order ORDER = Orders.waiting("t1", 1);
    private static final RequestForm FORM = new RequestForm(
            "t1",
            "左膝外伤",
            "胆囊切除术后3年",
            "",
            "",
            "",
            null,
            List.of(),
            List.of(new RequestForm.EarlierReport("r1", "US", null, "脂肪肝。")),
            List.of());
    private static final RequestState SHOWN = new RequestState.Shown(ORDER, FORM, Instant.EPOCH);

    private static StudyIdentity study(String uid) {
        return new StudyIdentity(new StudyUid(uid), ORDER.patient(), ORDER.accessionNumber(), null, "CT", "", "", "");
    }

    @Test
    void theRequestOfThisStudyIsTold() {
        OrderFacts facts = OrderFacts.of(SHOWN, study("2.25.1001"));
        assertEquals("胸部平扫。左膝外伤", facts.request());
        assertEquals(List.of("胆囊切除术后3年", "脂肪肝。"), facts.history());
    }

    @Test
    void theRequestOfAnotherStudyTellsNothing() {
        assertEquals(new OrderFacts("", List.of()), OrderFacts.of(SHOWN, study("2.25.7")));
        assertEquals(new OrderFacts("", List.of()), OrderFacts.of(new RequestState.None(), study("2.25.1001")));
    }

    /// From the ward's words to the remark, through the shipped rules.
    @Test
    void theOtherSideAndARemovedOrganAreNamed() {
        assertEquals(List.of("side.request"), found("右膝关节间隙正常，右膝关节见积液。", "右膝关节积液。"));
        assertEquals(List.of("organ.removed"), found("胆囊大小形态正常。", "胆囊未见异常。"));
        assertEquals(List.of(), found("左膝关节见积液。", "左膝关节积液。"));
    }

    private static List<String> found(String findings, String impression) {
        Report report = Report.blank(study("2.25.1001"), ReportLanguage.CHINESE);
        report = ReportEdits.setText(report, SectionKind.FINDINGS, findings).apply(report);
        report = ReportEdits.setText(report, SectionKind.IMPRESSION, impression).apply(report);
        OrderFacts order = OrderFacts.of(SHOWN, study("2.25.1001"));
        UnaryOperator<CheckFacts> told = facts -> facts.withOrder(order.request(), order.history());
        return new ReportChecks(CheckRules.shipped())
                        .check(new CheckContext(
                                report, false, annotation -> Optional.empty(), told.apply(CheckFacts.UNKNOWN)))
                        .stream()
                        .map(CheckResult::checkId)
                        .distinct()
                        .toList();
    }
}
