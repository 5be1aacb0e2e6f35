package org.readingroom.report.research;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.template.FieldKind;
import org.readingroom.report.template.TemplateField;

/// A field as the templates know it, in each of those that have it. Fields of one id are one column.
public record ResearchField(String id, List<Use> uses) {
    private static final Set<FieldKind> TYPED = EnumSet.of(FieldKind.TEXT, FieldKind.TEXTAREA);

    /// `isWords` is true for what may hold typed words, also by way of a computation.
    public record Use(String template, ReportLanguage language, TemplateField field, boolean isWords) {}

    public ResearchField {
        uses = List.copyOf(uses);
    }

    /// Typed words in each of its templates; such a field is asked for together with free text only.
    public boolean isWords() {
        return uses.stream().allMatch(Use::isWords);
    }

    /// Never leaves: what the order knows, and times of day.
    public boolean isNever() {
        return uses.stream()
                .allMatch(use ->
                        use.field().kind() == FieldKind.MERGE || use.field().kind() == FieldKind.TIME);
    }

    /// What people call it in one language; several names where templates differ, empty where there is
    /// none.
    public String names(ReportLanguage language) {
        return uses.stream()
                .filter(use -> use.language() == language)
                .map(use -> use.field().name())
                .distinct()
                .sorted()
                .collect(Collectors.joining("; "));
    }

    public Set<String> units() {
        Set<String> units = new TreeSet<>();
        uses.forEach(use -> units.add(use.field().unit()));
        return units;
    }

    Optional<Use> in(String template) {
        return uses.stream().filter(use -> use.template().equals(template)).findFirst();
    }

    static boolean isTyped(TemplateField field) {
        return TYPED.contains(field.kind());
    }
}
