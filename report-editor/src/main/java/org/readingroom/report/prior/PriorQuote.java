package org.readingroom.report.prior;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.readingroom.report.edit.ReportEdit;
import org.readingroom.report.edit.ReportEdits;
import org.readingroom.report.edit.SentenceSplitter;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.Section;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SentenceOrigin;

/// Words of an earlier report as one sentence of the report that is being written.
///
/// It begins with the day and the examination it is of, and stays one sentence however much is quoted: no
/// part of it can be taken for what is seen today. It is the writer's own text: nothing that the earlier
/// words rested on, no mark, measurement, value or suggestion, comes along.
// [impl->req~report.prior.quote~1]
public final class PriorQuote {
    private static final Pattern LIST_NUMBER = Pattern.compile("^(\\d{1,2})\\.\\s*");
    private static final Pattern LIST_BRACKET = Pattern.compile("(?<=[\\s:：;；])\\d{1,2}[)）]");
    private static final Pattern LAST_MARK = Pattern.compile("[.;。；\\s]+$");

    private static final Pattern QUOTATION = Pattern.compile(
            "（对比 \\d{4}-\\d{2}-\\d{2} .*：.*）|\\(Compared with .+ of \\d{4}-\\d{2}-\\d{2}(?:, not reviewed)?: .*\\)|"
                    + OutsideQuote.PATTERN,
            Pattern.DOTALL);

    private PriorQuote() {}

    /// Whether a sentence is words of an earlier report and nothing else: it says nothing of what is seen
    /// today.
    public static boolean isQuotation(String sentence) {
        return QUOTATION.matcher(sentence.strip()).matches();
    }

    /// Whether a sentence is a quotation and ends with its bracket: somebody may have written on behind that.
    public static boolean isQuotationAlone(String sentence) {
        String words = LIST_BRACKET.matcher(sentence.strip()).replaceAll("");
        int depth = 0;
        for (int i = 0; i < words.length() - 1; i++) {
            char mark = words.charAt(i);
            depth += mark == '(' || mark == '（' ? 1 : mark == ')' || mark == '）' ? -1 : 0;
            if (depth <= 0) {
                return false;
            }
        }
        return isQuotation(sentence);
    }

    /// Whether a sentence is of one patient's earlier examination: a quotation, or the comparison in the
    /// technique.
    public static boolean isOfPrior(String sentence) {
        return isQuotation(sentence) || ComparisonLine.isOne(sentence);
    }

    /// `report` without its quotations and comparisons, for what is taken over into reports of others.
    // [impl->req~report.prior.not-elsewhere~1]
    public static Report without(Report report) {
        Report rest = report;
        for (Section section : report.sections()) {
            rest = rest.with(new Section(
                    section.kind(),
                    section.sentences().stream()
                            .filter(sentence -> !isOfPrior(sentence.text()))
                            .toList()));
        }
        return rest;
    }

    /// **Errors:** [IllegalArgumentException] without words.
    public static String words(PriorReport prior, List<String> quoted, ReportLanguage language) {
        String body = quoted.stream()
                .map(PriorQuote::flat)
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining("; "));
        if (body.isEmpty()) {
            throw new IllegalArgumentException("nothing is quoted");
        }
        boolean isAsked = body.endsWith("?") || body.endsWith("!");
        if (language == ReportLanguage.CHINESE) {
            String mark = isAsked ? (body.endsWith("?") ? "？" : "！") : "。";
            String kept = isAsked ? body.substring(0, body.length() - 1) : body;
            return whole("（" + head(prior, language) + "：" + kept + mark + "）", language);
        }
        return whole("(" + head(prior, language) + ": " + body + (isAsked ? "" : ".") + ")", language);
    }

    /// What the words are of.
    private static String head(PriorReport prior, ReportLanguage language) {
        String exam = PriorExam.of(prior.study(), language);
        if (prior.origin() instanceof PriorOrigin.Outside outside) {
            return OutsideQuote.head(prior, outside, exam, language);
        }
        return language == ReportLanguage.CHINESE
                ? "对比 " + prior.day() + " " + exam + (prior.isReviewed() ? "" : "，未审核")
                : "Compared with " + (exam.isEmpty() ? "study" : exam) + " of " + prior.day()
                        + (prior.isReviewed() ? "" : ", not reviewed");
    }

    /// Puts the quoted words before the sentence at `index` of `target`, and the comparison into the
    /// technique where there is one and it is not the target. One step. Words of another system's report
    /// say nothing of its images: with them no comparison is named.
    // [impl->req~report.prior.comparison~1]
    public static ReportEdit edit(
            Report now,
            SectionKind target,
            int index,
            PriorReport prior,
            List<String> quoted,
            boolean isTechniqueOpen) {
        String words = words(prior, quoted, now.language());
        ReportSentence sentence = ReportSentence.of(words, SentenceOrigin.HUMAN);
        Report changed = ReportEdits.insert(now, target, index, sentence).apply(now);
        List<Section> sections = new ArrayList<>(List.of(changed.section(target)));
        if (isTechniqueOpen && target != SectionKind.TECHNIQUE && !prior.isOutside()) {
            ComparisonLine.in(changed, prior).ifPresent(sections::add);
        }
        return ReportEdits.exchange(now, sections, "report.edit.prior");
    }

    /// A sentence without what ends one.
    private static String flat(String sentence) {
        String line = sentence.strip()
                .replaceAll("\\s+", " ")
                .replace('？', '?')
                .replace('！', '!')
                .replace('；', ';')
                .replace('。', '.');
        return LIST_NUMBER.matcher(LAST_MARK.matcher(line).replaceAll("")).replaceFirst("$1) ");
    }

    /// What would still end a sentence within the quotation does so no more.
    private static String whole(String quotation, ReportLanguage language) {
        String comma = language == ReportLanguage.CHINESE ? "，" : ", ";
        String whole = quotation;
        // what was the number of a list at the beginning of a sentence may be an end within one
        for (List<String> cut = SentenceSplitter.split(whole); cut.size() > 1; cut = SentenceSplitter.split(whole)) {
            whole = cut.stream().map(String::strip).collect(Collectors.joining(comma));
        }
        return whole;
    }
}
