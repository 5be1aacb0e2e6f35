package org.readingroom.report.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.readingroom.report.edit.ReportEdits;
import org.readingroom.report.edit.SentenceSplitter;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.Section;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.testing.SampleReports;
import org.readingroom.viewer.model.Sex;

/// Random sequences of filling in and typing, by seed.
// [utest->req~report.template.own-words~1]
class FormPropertyTest {
    private static final SectionKind[] WRITTEN = {SectionKind.FINDINGS, SectionKind.IMPRESSION};

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void fieldsAloneAlwaysGiveWhatTheFormSays(long seed) throws TemplateException {
        Random random = new Random(seed);
        ReportTemplate template = Pages.read(Pages.nodule());
        Report report = filled(template);
        for (int step = 0; step < 60; step++) {
            report = edited(random, template, report);
            TemplateForm form = TemplateForm.of(template, report);
            for (Section section : FormSections.blank(form, report)) {
                assertEquals(section, report.section(section.kind()), "seed " + seed + ", step " + step);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22})
    void noTypedWordIsLostAndTheTextIsItsSentences(long seed) throws TemplateException {
        Random random = new Random(seed);
        ReportTemplate template = Pages.read(Pages.nodule());
        Report report = filled(template);
        List<String> typed = new ArrayList<>();
        for (int step = 0; step < 60; step++) {
            if (random.nextInt(3) == 0) {
                // A letter that stands nowhere else, so that nothing but a loss can hide it.
                String word = String.valueOf((char) (0x3400 + typed.size()));
                report = typed(random, report, word);
                typed.add(word);
            } else {
                report = edited(random, template, report);
            }
            String all = report.text(SectionKind.FINDINGS) + report.text(SectionKind.IMPRESSION);
            for (String word : typed) {
                assertTrue(all.contains(word), word + " is lost, seed " + seed + ", step " + step + ": " + all);
            }
            for (SectionKind kind : WRITTEN) {
                assertEquals(
                        SentenceSplitter.split(report.text(kind)),
                        report.section(kind).sentences().stream()
                                .map(ReportSentence::text)
                                .toList(),
                        "seed " + seed + ", step " + step);
                List<Object> ids = report.section(kind).sentences().stream()
                        .<Object>map(ReportSentence::id)
                        .toList();
                assertEquals(ids.size(), ids.stream().distinct().count(), "one sentence twice");
            }
        }
    }

    private static Report filled(ReportTemplate template) {
        Report blank = Report.blank(SampleReports.study(Sex.FEMALE), ReportLanguage.CHINESE);
        return ReportEdits.applyTemplate(blank, template.id(), template.fill(blank))
                .apply(blank);
    }

    private static Report edited(Random random, ReportTemplate template, Report report) {
        TemplateForm before = TemplateForm.of(template, report);
        List<TemplateField> shown = template.inOrder().stream()
                .filter(field -> field.isTyped() && before.isShown(field.id()))
                .toList();
        if (shown.isEmpty()) {
            return report;
        }
        TemplateField field = shown.get(random.nextInt(shown.size()));
        String value = switch (field.kind()) {
            case SELECTION_LIST ->
                random.nextInt(5) == 0
                        ? ""
                        : field.choices()
                                .get(random.nextInt(field.choices().size()))
                                .words();
            case NUMBER -> random.nextInt(4) == 0 ? "" : String.valueOf(1 + random.nextInt(20));
            default -> List.of("", "大小正常", "增大。心包少量积液").get(random.nextInt(3));
        };
        return FormSections.change(report, before, before.with(field.id(), value), field.id())
                .edit()
                .apply(report);
    }

    /// Types `word` somewhere, behind or inside of a sentence, or as a sentence of its own.
    private static Report typed(Random random, Report report, String word) {
        SectionKind kind = WRITTEN[random.nextInt(WRITTEN.length)];
        String text = report.text(kind);
        int at = random.nextInt(text.length() + 1);
        String added = random.nextBoolean() ? word : word + "。";
        return ReportEdits.setText(report, kind, text.substring(0, at) + added + text.substring(at))
                .apply(report);
    }
}
