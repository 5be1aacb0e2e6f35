package org.readingroom.report.prior;

import org.readingroom.report.model.ReportLanguage;

/// What stands before words of a report from another system: that they are its words, of which day and
/// examination, and that nobody compared images for them.
// [impl->req~report.outside.quote~1]
final class OutsideQuote {
    static final String PATTERN = "（既往报告（RIS(?:，初步)?） \\d{4}-\\d{2}-\\d{2} .*：.*）"
            + "|\\(Earlier report from the RIS(?:, preliminary)?, .+ of \\d{4}-\\d{2}-\\d{2}: .*\\)"
            + "|\\(Earlier report from the RIS(?:, preliminary)?, .+ reported \\d{4}-\\d{2}-\\d{2}: .*\\)";

    private OutsideQuote() {}

    static String head(PriorReport prior, PriorOrigin.Outside outside, String exam, ReportLanguage language) {
        boolean isSure = outside.state().isSure();
        if (language == ReportLanguage.CHINESE) {
            return "既往报告（RIS" + (isSure ? "" : "，初步") + "） " + prior.day() + (outside.isStudyDay() ? " " : " 出具 ")
                    + exam;
        }
        return "Earlier report from the RIS" + (isSure ? "" : ", preliminary") + ", "
                + (exam.isEmpty() ? "study" : exam) + (outside.isStudyDay() ? " of " : " reported ") + prior.day();
    }
}
