package org.readingroom.report.prior;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.readingroom.report.edit.ReportEdits;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.Section;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SentenceOrigin;

/// The sentence of the technique that says with what the images were compared.
// [impl->req~report.prior.comparison~1]
final class ComparisonLine {
    /// A line of a template that waits for it, or says that there was nothing: `对比：无。`, `Comparison: 【date】.`
    private static final Pattern WAITING = Pattern.compile("(?i)^(?:对比(?:检查)?|比较|comparisons?)\\s*[:：]\\s*"
            + "(?:无|暂无|未提供|none|no prior(?: images| studies)?|not available|n/?a|【[^】]*】|_+|-+)?\\s*[.。;；]?$");

    private static final Pattern COMPARISON =
            Pattern.compile("与既往 \\d{4}-\\d{2}-\\d{2} .*对比。|Comparison with the prior .+ of \\d{4}-\\d{2}-\\d{2}\\.");

    private ComparisonLine() {}

    static boolean isOne(String sentence) {
        return COMPARISON.matcher(sentence.strip()).matches();
    }

    /// The technique with the comparison in it; nothing when the report has no technique or names the day there.
    static Optional<Section> in(Report report, PriorReport prior) {
        Section technique = report.section(SectionKind.TECHNIQUE);
        if (technique.isBlank() || technique.text().contains(prior.day().toString())) {
            return Optional.empty();
        }
        String words = words(prior, report.language());
        List<ReportSentence> sentences = new ArrayList<>(technique.sentences());
        for (int i = 0; i < sentences.size(); i++) {
            ReportSentence line = sentences.get(i);
            if (WAITING.matcher(line.words()).matches()) {
                String gap = line.text().substring(line.text().stripTrailing().length());
                sentences.set(i, line.rewritten(words + gap));
                return Optional.of(new Section(SectionKind.TECHNIQUE, sentences));
            }
        }
        ReportSentence added = ReportSentence.of(words, SentenceOrigin.HUMAN);
        return Optional.of(ReportEdits.insert(report, SectionKind.TECHNIQUE, sentences.size(), added)
                .apply(report)
                .section(SectionKind.TECHNIQUE));
    }

    /// Says "prior" and the day in one sentence: then "as before" elsewhere has its date.
    private static String words(PriorReport prior, ReportLanguage language) {
        String exam = PriorExam.of(prior.study(), language);
        return language == ReportLanguage.CHINESE
                ? "与既往 " + prior.day() + " " + exam + "对比。"
                : "Comparison with the prior " + (exam.isEmpty() ? "study" : exam) + " of " + prior.day() + ".";
    }
}
