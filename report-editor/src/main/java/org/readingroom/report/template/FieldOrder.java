package org.readingroom.report.template;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Whether fields can be worked out one after the other: none needs itself, by however many steps.
final class FieldOrder {
    /// chosen: longer chains are a mistake, and each link is a few calls deep.
    private static final int LONGEST = 64;

    private final Map<String, Set<String>> needs = new HashMap<>();
    private final Map<String, Integer> heights = new HashMap<>();
    private final Set<String> open = new HashSet<>();

    FieldOrder(ReportTemplate template) {
        for (TemplateField field : template.fields().values()) {
            Set<String> needed = new LinkedHashSet<>();
            Expression compute = field.compute();
            if (compute != null) {
                needed.addAll(compute.fields());
            }
            TemplateLine.PlacedField place = template.places().get(field.id());
            if (place != null) {
                place.shows().forEach(show -> needed.addAll(show.fields()));
            }
            needs.put(field.id(), needed);
        }
    }

    /// A field that needs itself, or too many others.
    Optional<String> broken() {
        return needs.keySet().stream()
                .sorted()
                .filter(field -> height(field, 0) >= LONGEST)
                .findFirst();
    }

    private int height(String field, int depth) {
        Integer known = heights.get(field);
        if (known != null) {
            return known;
        }
        if (depth > LONGEST || !open.add(field)) {
            return LONGEST;
        }
        int height = 0;
        for (String needed : needs.getOrDefault(field, Set.of())) {
            height = Math.max(height, 1 + height(needed, depth + 1));
        }
        open.remove(field);
        int limited = Math.min(height, LONGEST);
        heights.put(field, limited);
        return limited;
    }
}
