package org.readingroom.report.research;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.readingroom.report.research.ResearchField.Use;
import org.readingroom.report.template.Expression;
import org.readingroom.report.template.FieldKind;
import org.readingroom.report.template.RepeatedGroup;
import org.readingroom.report.template.ReportTemplate;
import org.readingroom.report.template.TemplateField;
import org.readingroom.report.template.TemplateLibrary;

/// Every field of the templates there are: the only ones that can be asked for.
public final class ResearchFields {
    private final Map<String, ResearchField> byId = new TreeMap<>();
    private final Map<String, Map<String, Integer>> groups = new HashMap<>();

    private ResearchFields(Collection<ReportTemplate> all) {
        Map<String, List<Use>> uses = new TreeMap<>();
        for (ReportTemplate template : all) {
            groups.put(template.id(), groups(template));
            for (TemplateField field : template.fields().values()) {
                uses.computeIfAbsent(field.id(), id -> new ArrayList<>())
                        .add(new Use(
                                template.id(), template.language(), field, isWords(field, template, new HashSet<>())));
            }
        }
        uses.forEach((id, of) -> byId.put(id, new ResearchField(id, of)));
    }

    public static ResearchFields of(TemplateLibrary library) {
        return new ResearchFields(library.all());
    }

    /// By id.
    public List<ResearchField> all() {
        return List.copyOf(byId.values());
    }

    public Optional<ResearchField> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    boolean isTemplate(String id) {
        return groups.containsKey(id);
    }

    /// The place of the group of every field that is there once for each lesion; empty for an unknown template.
    Optional<Map<String, Integer>> groups(String template) {
        return Optional.ofNullable(groups.get(template));
    }

    private static Map<String, Integer> groups(ReportTemplate template) {
        Map<String, Integer> of = new HashMap<>();
        List<RepeatedGroup> all = template.repeats().groups();
        for (int i = 0; i < all.size(); i++) {
            for (String field : all.get(i).fields()) {
                of.put(field, i);
            }
        }
        return of;
    }

    /// What is computed of typed words may be typed words.
    private static boolean isWords(TemplateField field, ReportTemplate template, Set<String> seen) {
        Expression compute = field.compute();
        if (compute == null || !seen.add(field.id())) {
            return ResearchField.isTyped(field) || field.kind() == FieldKind.MERGE;
        }
        return compute.fields().stream()
                .map(template.fields()::get)
                .anyMatch(used -> used == null || isWords(used, template, seen));
    }
}
