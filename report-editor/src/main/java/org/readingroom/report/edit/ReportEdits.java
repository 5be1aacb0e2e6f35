package org.readingroom.report.edit;

import java.util.ArrayList;
import java.util.List;
import org.readingroom.report.model.KeyImage;
import org.readingroom.report.model.Polarity;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.Section;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SentenceId;

/// Makes the edits a report knows. Each is made for one report and applies to that alone.
// [impl->req~report.edits.reversible~1]
public final class ReportEdits {
    private ReportEdits() {}

    /// What typing does: the section's text becomes `text`, sentences keep their names where they
    /// can.
    public static ReportEdit setText(Report report, SectionKind kind, String text) {
        return typed(report, SectionText.replace(report.section(kind), text));
    }

    static ReportEdit typed(Report report, Section after) {
        return change(report, after, "report.edit.type");
    }

    /// Puts `sentence` before the one at `index`; at the end when `index` is the number of
    /// sentences.
    public static ReportEdit insert(Report report, SectionKind kind, int index, ReportSentence sentence) {
        List<ReportSentence> sentences = new ArrayList<>(report.section(kind).sentences());
        if (index > 0) {
            sentences.set(index - 1, separated(sentences.get(index - 1), report.language()));
        }
        sentences.add(index, index < sentences.size() ? separated(sentence, report.language()) : sentence);
        return change(report, new Section(kind, sentences), "report.edit.insert");
    }

    /// Puts `added` before the one at `index`, in their order and as one step.
    public static ReportEdit insertAll(Report report, SectionKind kind, int index, List<ReportSentence> added) {
        Report changed = report;
        int at = index;
        for (ReportSentence sentence : added) {
            changed = insert(changed, kind, at++, sentence).apply(changed);
        }
        return change(report, changed.section(kind), "report.edit.insert");
    }

    /// Puts whole sections in the place of those of their kind; `labelKey` names the step.
    public static ReportEdit exchange(Report report, List<Section> sections, String labelKey) {
        List<Section> before =
                sections.stream().map(section -> report.section(section.kind())).toList();
        return new ReportEdit(before, sections, report.templateId(), report.templateId(), labelKey);
    }

    /// Marks the report positive or negative.
    public static ReportFactsEdit conclude(Report report, Polarity conclusion) {
        return ReportFactsEdit.of(report, report.withConclusion(conclusion), "report.edit.conclude");
    }

    /// The images that go with the report.
    public static ReportFactsEdit keyImages(Report report, List<KeyImage> images) {
        return ReportFactsEdit.of(report, report.withKeyImages(images), "report.edit.key-images");
    }

    /// Puts `sentence` in the place of the one with its id.
    public static ReportEdit replace(Report report, SectionKind kind, ReportSentence sentence) {
        List<ReportSentence> sentences = new ArrayList<>(report.section(kind).sentences());
        sentences.set(indexOf(sentences, sentence.id()), sentence);
        return change(report, new Section(kind, sentences), "report.edit.replace");
    }

    public static ReportEdit delete(Report report, SectionKind kind, SentenceId id) {
        List<ReportSentence> sentences = new ArrayList<>(report.section(kind).sentences());
        sentences.remove(indexOf(sentences, id));
        return change(report, new Section(kind, sentences), "report.edit.delete");
    }

    /// Puts a template's `sections` in the place of what is there.
    public static ReportEdit applyTemplate(Report report, String templateId, List<Section> sections) {
        List<Section> before =
                sections.stream().map(section -> report.section(section.kind())).toList();
        return new ReportEdit(before, sections, report.templateId(), templateId, "report.edit.template");
    }

    private static ReportEdit change(Report report, Section after, String labelKey) {
        return new ReportEdit(
                List.of(report.section(after.kind())),
                List.of(after),
                report.templateId(),
                report.templateId(),
                labelKey);
    }

    private static int indexOf(List<ReportSentence> sentences, SentenceId id) {
        for (int i = 0; i < sentences.size(); i++) {
            if (sentences.get(i).id().equals(id)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no sentence " + id + " in this section");
    }

    /// English sentences need white space between them; both languages need an end before another
    /// begins.
    private static ReportSentence separated(ReportSentence sentence, ReportLanguage language) {
        String text = sentence.text();
        if (text.isEmpty() || Character.isWhitespace(text.charAt(text.length() - 1))) {
            return sentence;
        }
        boolean ended = SentenceSplitter.split(text + " x").size() > 1;
        String end = language == ReportLanguage.CHINESE ? "。" : ".";
        String gap = language == ReportLanguage.CHINESE ? "" : " ";
        return sentence.withText(text + (ended ? "" : end) + gap);
    }
}
