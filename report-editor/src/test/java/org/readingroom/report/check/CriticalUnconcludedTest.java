package org.readingroom.report.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.readingroom.report.edit.ReportEdits;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.template.ReportTemplate;
import org.readingroom.report.template.TemplateLibrary;
import org.readingroom.report.testing.SampleReports;
import org.readingroom.viewer.model.Sex;

/// A finding that can kill is in the findings, and the impression says that all is normal: it is named.
///
/// The words are those of the dictionary of critical values, which knows nothing of the checks.
// [utest->req~report.check.conclusion~1]
class CriticalUnconcludedTest {
    private final ReportChecks checks = new ReportChecks(CheckRules.shipped());

    @Test
    void everyWordOfTheCriticalDictionaryIsNamedWhenTheImpressionIsNormal() {
        List<String> missed = new ArrayList<>();
        int asked = 0;
        for (JsonNode entry :
                RuleFiles.read("critical-1.json", "readingroom.critical-values").path("entries")) {
            for (JsonNode word : entry.path("words")) {
                // a plus joins two words that stand apart
                if (!word.asText().contains("+")) {
                    asked++;
                    boolean isChinese = word.asText().codePoints().anyMatch(Character::isIdeographic);
                    boolean isNamed = isChinese
                            ? isNamed(ReportLanguage.CHINESE, "可见" + word.asText() + "。", "胸部CT平扫未见明确异常。")
                            : isNamed(
                                    ReportLanguage.ENGLISH,
                                    "There is " + word.asText() + ".",
                                    "No definite abnormality on chest CT.");
                    if (!isNamed) {
                        missed.add(word.asText());
                    }
                }
            }
        }
        assertTrue(asked > 140, "only " + asked);
        assertEquals(List.of(), missed);
    }

    /// As somebody types it behind the normal text, without a blank before it.
    @ParameterizedTest
    @ValueSource(strings = {"There is an acute pulmonary embolism.", "\nThere is an acute pulmonary embolism."})
    void whatIsTypedBehindTheNormalTextIsNamed(String typed) {
        Report blank = Report.blank(SampleReports.study(Sex.FEMALE), ReportLanguage.ENGLISH);
        ReportTemplate template = TemplateLibrary.shipped()
                .best(blank.study(), ReportLanguage.ENGLISH)
                .orElseThrow();
        Report normal = ReportEdits.applyTemplate(blank, template.id(), template.fill(blank))
                .apply(blank);
        assertEquals(List.of(), ids(normal));
        Report changed = ReportEdits.setText(
                        normal,
                        SectionKind.FINDINGS,
                        normal.text(SectionKind.FINDINGS).stripTrailing() + typed)
                .apply(normal);
        assertEquals(List.of("findings.unconcluded"), ids(changed));
    }

    private boolean isNamed(ReportLanguage language, String finding, String impression) {
        Report report = Report.blank(SampleReports.study(Sex.FEMALE), language);
        report = ReportEdits.setText(report, SectionKind.FINDINGS, finding).apply(report);
        report = ReportEdits.setText(report, SectionKind.IMPRESSION, impression).apply(report);
        return ids(report).contains("findings.unconcluded");
    }

    private List<String> ids(Report report) {
        return checks.check(CheckContext.of(report)).stream()
                .map(CheckResult::checkId)
                .distinct()
                .toList();
    }
}
