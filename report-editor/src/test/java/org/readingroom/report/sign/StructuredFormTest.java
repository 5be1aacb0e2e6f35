package org.readingroom.report.sign;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.readingroom.report.edit.ReportEdits;
import org.readingroom.report.model.AnchorWindow;
import org.readingroom.report.model.CodedConcept;
import org.readingroom.report.model.FieldRole;
import org.readingroom.report.model.FieldValue;
import org.readingroom.report.model.KeyImage;
import org.readingroom.report.model.Polarity;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportJson;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SuggestionTrace;
import org.readingroom.report.testing.SampleReports;

// [utest->req~report.sign.structured~1]
class StructuredFormTest {
    private static final FieldValue SIZE = new FieldValue("size", FieldRole.SIZE, "Diameter", "8.3", "mm", null, true);
    private static final SuggestionTrace TRACE =
            new SuggestionTrace("suggest-archive", "1", "右肺上叶见结节。", SuggestionTrace.Act.EDITED, 9, List.of("report-7"));
    private static final KeyImage IMAGE = new KeyImage(
            SampleReports.ANCHOR.series(), SampleReports.ANCHOR.frame(), new AnchorWindow(-600, 1500), "结节");

    /// The digest that the form before this one gave the same report, written down then.
    @Test
    void whatHasNoneOfTheNewPartsKeepsTheBytesItAlwaysHad() throws SigningException {
        byte[] bytes = CanonicalReport.bytes(SampleReports.chestCt(), SampleReports.firstAct());
        assertEquals("96d0b013ebd3d456cd8d1af939f372224e18c34bd9896d7aa8a474bbba0e393a", CanonicalReport.digest(bytes));
        assertTrue(text(SampleReports.chestCt()).contains("\"form\":\"readingroom.report/1\""));
        assertTrue(text(whole()).contains("\"form\":\"readingroom.report/2\""));
    }

    @Test
    void everyNewPartIsSigned() throws SigningException {
        Set<String> seen = new HashSet<>();
        List<UnaryOperator<Report>> changes = List.of(
                report -> report,
                report -> report.withConclusion(Polarity.NEGATIVE),
                report -> report.withKeyImages(List.of()),
                report -> report.withKeyImages(List.of(IMAGE.withCaption("结节灶"))),
                report -> report.withKeyImages(
                        List.of(new KeyImage(IMAGE.series(), IMAGE.frame(), null, IMAGE.caption()))),
                report -> fields(report, List.of()),
                report -> fields(report, List.of(SIZE.leftBehind())),
                report -> fields(report, List.of(field("size", FieldRole.SIZE, "Diameter", "8.4", "mm"))),
                report -> fields(report, List.of(field("size", FieldRole.SIZE, "Diameter", "8.3", "cm"))),
                report -> fields(report, List.of(field("size", FieldRole.OTHER, "Diameter", "8.3", "mm"))),
                report -> fields(report, List.of(field("other", FieldRole.SIZE, "Diameter", "8.3", "mm"))),
                report -> fields(report, List.of(field("size", FieldRole.SIZE, "Length", "8.3", "mm"))),
                report -> fields(
                        report,
                        List.of(new FieldValue(
                                "size",
                                FieldRole.SIZE,
                                "Diameter",
                                "8.3",
                                "mm",
                                new CodedConcept("RID1", "RADLEX", "a", "b"),
                                true))),
                report -> trace(report, TRACE.accepted()),
                report -> trace(report, trace("other", "1", TRACE.suggested(), 9, "report-7")),
                report -> trace(report, trace("suggest-archive", "2", TRACE.suggested(), 9, "report-7")),
                report -> trace(report, trace("suggest-archive", "1", "右肺上叶结节。", 9, "report-7")),
                report -> trace(report, trace("suggest-archive", "1", TRACE.suggested(), 8, "report-7")),
                report -> trace(report, trace("suggest-archive", "1", TRACE.suggested(), 9, "report-8")));
        for (UnaryOperator<Report> change : changes) {
            assertTrue(seen.add(text(change.apply(whole()))), "change " + seen.size() + " does not show in the bytes");
        }
    }

    @Test
    void aStructuredReportReadBackIsEqualAndSignsTheSame() throws Exception {
        Report back = ReportJson.read(ReportJson.write(whole()));
        assertEquals(whole(), back);
        assertArrayEquals(ReportJson.write(whole()), ReportJson.write(back));
        assertEquals(text(whole()), text(back));
    }

    @Test
    void wordsWrittenOverKeepTheValueAsNoLongerFollowedAndCountTheLetters() {
        Report typed = ReportEdits.setText(
                        whole(),
                        SectionKind.FINDINGS,
                        whole().text(SectionKind.FINDINGS).replace("见结节", "见小结节"))
                .apply(whole());
        ReportSentence sentence = nodule(typed);
        assertNotEquals(nodule(whole()).text(), sentence.text());
        assertEquals(List.of(SIZE.leftBehind()), sentence.fields());
        SuggestionTrace trace = sentence.suggestion();
        assertEquals(SuggestionTrace.Act.EDITED, trace.act());
        // 右肺上叶见结节。 to 右肺上叶见小结节，长径约8.3 mm。: one letter, then ten
        assertEquals(11, trace.editDistance());
    }

    private static Report whole() {
        return trace(fields(SampleReports.chestCt(), List.of(SIZE)), TRACE)
                .withConclusion(Polarity.POSITIVE)
                .withKeyImages(List.of(IMAGE));
    }

    private static ReportSentence nodule(Report report) {
        return report.section(SectionKind.FINDINGS).sentences().stream()
                .filter(sentence -> sentence.id().value().equals("f2"))
                .findFirst()
                .orElseThrow();
    }

    private static FieldValue field(String field, FieldRole role, String name, String value, String unit) {
        return new FieldValue(field, role, name, value, unit, null, true);
    }

    private static SuggestionTrace trace(String source, String version, String words, int distance, String basis) {
        return new SuggestionTrace(source, version, words, SuggestionTrace.Act.EDITED, distance, List.of(basis));
    }

    private static Report fields(Report report, List<FieldValue> fields) {
        return ReportEdits.replace(report, SectionKind.FINDINGS, nodule(report).withFields(fields))
                .apply(report);
    }

    private static Report trace(Report report, SuggestionTrace trace) {
        return ReportEdits.replace(report, SectionKind.FINDINGS, nodule(report).withSuggestion(trace))
                .apply(report);
    }

    private static String text(Report report) throws SigningException {
        return new String(CanonicalReport.bytes(report, SampleReports.firstAct()), StandardCharsets.UTF_8);
    }
}
