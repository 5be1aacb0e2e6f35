package org.readingroom.plugin;

import java.util.Map;

/// What the person set, by parameter id.
public record ParameterValues(Map<String, Double> byId) {
    public static final ParameterValues INITIAL = new ParameterValues(Map.of());

    public ParameterValues {
        byId = Map.copyOf(byId);
    }

    /// The value set for `parameter`, within its range; its initial one when none was set.
    public double of(Parameter parameter) {
        return parameter.clamp(byId.getOrDefault(parameter.id(), parameter.initial()));
    }
}
