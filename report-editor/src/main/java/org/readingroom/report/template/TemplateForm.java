package org.readingroom.report.template;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.StudyIdentity;

/// A template with values in its fields.
///
/// `values` holds every field a person fills, by id: a number as it was written, of a list the words of the choices, of
/// a
/// box `true` or `false`. `gone` are the keys of lines that a person took out of the report; what stood there counts no
/// more.
///
/// **Thread:** one; each change gives a new form.
// [impl->req~report.template.form~1]
public final class TemplateForm {
    private final ReportTemplate template;
    private final Map<String, String> values;
    private final Set<String> gone;
    private final FormState state;
    private final Map<String, RenderedLine> rendered = new HashMap<>();

    TemplateForm(ReportTemplate template, Map<String, String> values, Set<String> gone) {
        this.template = template;
        this.values = Map.copyOf(values);
        this.gone = Set.copyOf(gone);
        this.state = new FormState(template, this.values, this.gone);
    }

    /// As it is before anybody touched it.
    public static TemplateForm blank(ReportTemplate template, StudyIdentity study) {
        Map<String, String> values = new HashMap<>();
        for (TemplateField field : template.fields().values()) {
            if (field.isTyped()) {
                values.put(field.id(), initial(field, template, study));
            }
        }
        return new TemplateForm(template, values, Set.of());
    }

    /// As it is before it is known whose report it is.
    public static TemplateForm empty(ReportTemplate template) {
        Map<String, String> values = new HashMap<>();
        template.fields().values().stream()
                .filter(TemplateField::isTyped)
                .forEach(field -> values.put(field.id(), field.initial()));
        return new TemplateForm(template, values, Set.of());
    }

    /// The values that `report` says in the sentences made from `template`.
    public static TemplateForm of(ReportTemplate template, Report report) {
        return new FormReader(RepeatedTemplate.of(template, report), report).form();
    }

    static String initial(TemplateField field, ReportTemplate template, StudyIdentity study) {
        String merged = MergeValues.of(field.merge(), study, template.language());
        return merged.isEmpty() ? field.initial() : merged;
    }

    /// Takes `value` as it is, so it must come from [FieldInput]; a line that was taken out comes back with it.
    public TemplateForm with(String field, String value) {
        Map<String, String> changed = new HashMap<>(values);
        changed.put(field, value);
        Set<String> still = new HashSet<>(gone);
        TemplateLine.PlacedField place = template.places().get(field);
        if (place != null) {
            still.remove(place.line().key());
        }
        return new TemplateForm(template, changed, still);
    }

    /// With a line back that a person took out.
    TemplateForm withLine(String key) {
        Set<String> still = new HashSet<>(gone);
        still.remove(key);
        return new TemplateForm(template, values, still);
    }

    /// With the lesions of `repeated`; the fields of one that was not there begin as the template says.
    TemplateForm repeated(ReportTemplate repeated, Report report) {
        Map<String, String> kept = new HashMap<>();
        for (TemplateField field : repeated.fields().values()) {
            if (field.isTyped()) {
                kept.put(
                        field.id(),
                        values.containsKey(field.id()) ? value(field.id()) : initial(field, repeated, report.study()));
            }
        }
        return new TemplateForm(repeated, kept, gone);
    }

    /// The template with the lines of every lesion there is.
    public ReportTemplate template() {
        return template;
    }

    /// What a person put into `field`; of a computed one what came out. Empty for none.
    public String value(String field) {
        TemplateField known = template.fields().get(field);
        return known == null || known.isTyped()
                ? values.getOrDefault(field, "")
                : FieldWords.computed(known, state.value(field));
    }

    public boolean isShown(String field) {
        return state.isShown(field);
    }

    public boolean isGone(TemplateLine line) {
        return state.isGone(line);
    }

    public RenderedLine render(TemplateLine line) {
        RenderedLine known = rendered.get(line.key());
        if (known == null) {
            known = LineRenderer.render(template, values, state, line);
            rendered.put(line.key(), known);
        }
        return known;
    }

    public List<RenderedLine> lines(SectionKind kind) {
        return template.lines(kind).stream().map(this::render).toList();
    }

    /// The fields that stand in the text as a gap, in their order; empty when all is said.
    public List<String> gaps() {
        return template.sections().stream()
                .flatMap(section -> section.lines().stream())
                .filter(line -> !isGone(line))
                .flatMap(line -> render(line).pieces().stream())
                .flatMap(piece -> piece.spans().stream())
                .filter(RenderedLine.Span::isGap)
                .map(RenderedLine.Span::field)
                .toList();
    }
}
