package org.readingroom.desktop.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A figure measured several times: the middle one counts, and how far apart they are says how much.
///
/// `goal` is what was promised, or empty.
record Spread(String name, double median, double least, double most, String unit, String goal) {
    static Spread of(String name, List<Double> values, String unit, String goal) {
        List<Double> sorted = values.stream().sorted().toList();
        return new Spread(name, sorted.get(sorted.size() / 2), sorted.getFirst(), sorted.getLast(), unit, goal);
    }

    String line(String goalWords) {
        return String.format(
                Locale.ROOT, "%-28s %9.2f  %9.2f .. %-9.2f %-9s %s", name, median, least, most, unit, goalWords);
    }

    Map<String, Object> facts() {
        return Map.of("value", median, "least", least, "most", most, "unit", unit);
    }
}
