package org.readingroom.report.research;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.readingroom.report.research.ResearchCases.key;
import static org.readingroom.report.research.ResearchCases.project;
import static org.readingroom.report.research.ResearchCases.report;
import static org.readingroom.report.research.ResearchCases.study;
import static org.readingroom.report.research.ResearchCases.table;
import static org.readingroom.report.research.ResearchCases.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.readingroom.report.model.FieldValue;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.Section;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SentenceOrigin;
import org.readingroom.report.model.SuggestionTrace;

// [utest->req~report.research.lesions~1]
class ReportLesionsTest {
    private static final SuggestionTrace ACCEPTED = new SuggestionTrace(
            "suggest-archive", "1.0", "右肺下叶见结节。", SuggestionTrace.Act.ACCEPTED, 0, List.of("report-9"));

    /// The report with a sentence put first that a suggestion brought from the second lesion of another one.
    private static ResearchReport suggested(ResearchReport of, SentenceOrigin origin, FieldValue value) {
        Report report = of.report();
        List<ReportSentence> sentences = new ArrayList<>();
        sentences.add(
                ReportSentence.of("右肺下叶见结节。", origin).withFields(List.of(value)).withSuggestion(ACCEPTED));
        sentences.addAll(report.section(SectionKind.FINDINGS).sentences());
        return new ResearchReport(
                new Report(
                        report.id(),
                        report.study(),
                        report.language(),
                        report.templateId(),
                        List.of(new Section(SectionKind.FINDINGS, sentences)),
                        report.conclusion(),
                        List.of()),
                of.patient());
    }

    private static List<String> rows(ResearchTable table) {
        return table.rows().stream()
                .map(row -> row.lesion() + ":"
                        + row.values().values().stream().sorted().toList())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nodulePlace", "nodulePlace#2", "nodulePlace#3"})
    void whatASuggestionBringsIsNoLesionOfThisReport(String field) {
        ResearchReport own =
                report("report-1", study(), value("noduleSize", "5", "mm"), value("nodulePlace", "右肺上叶", ""));
        for (FieldValue value :
                List.of(value(field, "右肺下叶", ""), value(field, "右肺下叶", "").leftBehind())) {
            ResearchTable table = table(
                    project(DateForm.SHIFTED, false, false, "noduleSize", "nodulePlace"),
                    key(0),
                    suggested(own, SentenceOrigin.HUMAN, value));
            assertEquals(List.of("1:[5, 右肺上叶]"), rows(table));
            assertEquals(
                    List.of("nodulePlace", "noduleSize [mm]"),
                    table.rows().getFirst().values().keySet().stream()
                            .map(ResearchColumn::head)
                            .sorted()
                            .toList());
            assertEquals(Map.of(LeftOut.OVERWRITTEN, 1), table.leftOut());
        }
    }

    /// The form wrote the sentence anew since: it is one of this report's.
    @Test
    void whatTheFormWroteAnewCounts() {
        ResearchReport own = report("report-1", study(), value("nodulePlace", "右肺上叶", ""));
        ResearchTable table = table(
                project(DateForm.SHIFTED, false, false, "nodulePlace"),
                key(0),
                suggested(own, SentenceOrigin.TEMPLATE, value("nodulePlace#2", "右肺下叶", "")));
        assertEquals(List.of("1:[右肺上叶]", "2:[右肺下叶]"), rows(table));
    }
}
