package org.readingroom.report.template;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.model.CodedConcept;
import org.readingroom.report.model.FieldRole;
import org.readingroom.report.model.ReportLanguage;

/// One field of a template.
///
/// `name` is what a person reads. `initial` is the value at first, empty for none; of a list with several choices,
/// their
/// words with [#SEPARATOR] between. `merge` names what the order knows, empty for other fields. `compute` is null but
/// for [FieldKind#COMPUTED]; `decimals` are those of a computed number. `line` is the line in the file.
public record TemplateField(
        String id,
        String name,
        FieldKind kind,
        FieldRole role,
        String unit,
        NumberRange range,
        boolean mayBeEmpty,
        boolean isMultiple,
        List<FieldChoice> choices,
        String initial,
        String merge,
        @Nullable Expression compute,
        int decimals,
        @Nullable CodedConcept concept,
        int line) {
    /// Between the choices of a list that takes several; no option holds one.
    public static final String SEPARATOR = "\n";

    public TemplateField {
        choices = List.copyOf(choices);
    }

    /// What stands in the text while the field is empty; stops the report from being signed.
    public String gap(ReportLanguage language) {
        String plain = name.replaceAll("[\\[\\]【】]", "");
        return language == ReportLanguage.CHINESE ? "【" + plain + "】" : "[" + plain + "]";
    }

    public Optional<FieldChoice> choice(String words) {
        return choices.stream().filter(choice -> choice.words().equals(words)).findFirst();
    }

    /// The unit as people write it.
    public String unitWords() {
        return FieldUnit.words(unit);
    }

    /// The same field under another name.
    TemplateField renamed(String newId, @Nullable Expression newCompute) {
        return new TemplateField(
                newId,
                name,
                kind,
                role,
                unit,
                range,
                mayBeEmpty,
                isMultiple,
                choices,
                initial,
                merge,
                newCompute,
                decimals,
                concept,
                line);
    }

    public boolean isTyped() {
        return kind != FieldKind.COMPUTED;
    }
}
