package org.readingroom.report.template;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.readingroom.report.edit.ReportEdits;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.StudyIdentity;
import org.readingroom.report.testing.SampleReports;
import org.readingroom.viewer.model.Sex;

/// The shipped templates filled in a test as a person would fill them.
final class ShippedForms {
    private ShippedForms() {}

    static StudyIdentity study(Sex sex, String modality, String bodyPart, String description) {
        StudyIdentity study = SampleReports.study(sex);
        return new StudyIdentity(
                study.study(),
                study.patient(),
                study.accessionNumber(),
                study.studyTime(),
                modality,
                bodyPart,
                description,
                study.institution());
    }

    /// A study the template is made for.
    static StudyIdentity study(ReportTemplate template) {
        Sex sex = template.head().sexes().contains(Sex.MALE) ? Sex.MALE : Sex.FEMALE;
        String modality =
                template.head().modalities().stream().sorted().findFirst().orElse("CT");
        return study(sex, modality, "", "");
    }

    /// Every template that ships, by the name of its file.
    static Map<String, ReportTemplate> all() throws IOException {
        Map<String, ReportTemplate> all = new LinkedHashMap<>();
        TemplateReader reader = new TemplateReader(TemplateFunctions.shipped());
        for (String file : TemplateLibrary.shippedFiles()) {
            all.put(file, reader.read(new java.io.ByteArrayInputStream(TemplateLibrary.shippedFile(file))));
        }
        return all;
    }

    static TemplateForm blank(String name, ReportLanguage language) {
        ReportTemplate template = TemplateLibrary.shipped()
                .find("readingroom." + name + "." + language.code())
                .orElseThrow();
        return TemplateForm.blank(template, study(template));
    }

    /// `answers` are `field=value` with a comma between; of a list the code, or the place of the choice from 1 as `#2`.
    static TemplateForm answered(TemplateForm form, String answers) {
        TemplateForm filled = form;
        for (String answer : answers.split(",")) {
            String id = answer.substring(0, answer.indexOf('=')).strip();
            String value = answer.substring(answer.indexOf('=') + 1).strip();
            filled = filled.with(id, words(field(form.template(), id), value));
        }
        return filled;
    }

    private static TemplateField field(ReportTemplate template, String id) {
        TemplateField field = template.fields().get(id);
        if (field == null) {
            throw new IllegalArgumentException(template.id() + " has no field " + id);
        }
        return field;
    }

    private static String words(TemplateField field, String value) {
        if (field.kind() != FieldKind.SELECTION_LIST) {
            return value;
        }
        if (value.startsWith("#")) {
            return field.choices().get(Integer.parseInt(value.substring(1)) - 1).words();
        }
        return field.choices().stream()
                .filter(choice -> choice.code().equals(value))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(field.id() + " has no " + value))
                .words();
    }

    /// Every gap a person can fill, filled with the first choice, the middle of the range, or a word.
    static TemplateForm filled(TemplateForm form) {
        TemplateForm filled = form;
        for (int turn = 0; turn < 100; turn++) {
            TemplateForm next = filledOnce(filled);
            if (next == filled) {
                return filled;
            }
            filled = next;
        }
        throw new IllegalStateException(form.template().id() + " always has another gap");
    }

    /// The first gap a person can fill, filled; `form` itself when there is none.
    static TemplateForm filledOnce(TemplateForm form) {
        return form.gaps().stream()
                .map(id -> field(form.template(), id))
                .filter(TemplateField::isTyped)
                .findFirst()
                .map(field -> form.with(field.id(), something(field)))
                .orElse(form);
    }

    private static String something(TemplateField field) {
        if (field.kind() == FieldKind.SELECTION_LIST) {
            return field.choices().getFirst().words();
        }
        BigDecimal least = field.range().least();
        return field.kind() == FieldKind.NUMBER && least != null ? least.toPlainString() : "word";
    }

    static String text(TemplateForm form, SectionKind kind) {
        return form.lines(kind).stream()
                .flatMap(line -> line.pieces().stream())
                .map(RenderedLine.Piece::words)
                .collect(Collectors.joining("\n"));
    }

    static Report report(TemplateForm form) {
        Report blank = Report.blank(study(form.template()), form.template().language());
        Report report = ReportEdits.applyTemplate(blank, form.template().id(), FormSections.blank(form, blank))
                .apply(blank);
        return report;
    }
}
