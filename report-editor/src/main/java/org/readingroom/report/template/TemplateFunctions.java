package org.readingroom.report.template;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.readingroom.report.rads.RadsFunctions;
import org.readingroom.report.rads.TemplateFunction;

/// The functions a template may call, by name. There are no others: nothing is found by reflection.
public final class TemplateFunctions {
    private final Map<String, TemplateFunction> byName;

    private TemplateFunctions(Map<String, TemplateFunction> byName) {
        this.byName = Map.copyOf(byName);
    }

    /// Those that are always there and those of the reporting systems.
    public static TemplateFunctions shipped() {
        return with(RadsFunctions.all());
    }

    /// **Errors:** [IllegalArgumentException] when two have one name.
    public static TemplateFunctions with(List<TemplateFunction> more) {
        Map<String, TemplateFunction> byName = new HashMap<>();
        BuiltIns.all().forEach(function -> byName.put(function.name(), function));
        for (TemplateFunction function : more) {
            if (byName.putIfAbsent(function.name(), function) != null) {
                throw new IllegalArgumentException("two functions are called " + function.name());
            }
        }
        return new TemplateFunctions(byName);
    }

    Optional<TemplateFunction> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
