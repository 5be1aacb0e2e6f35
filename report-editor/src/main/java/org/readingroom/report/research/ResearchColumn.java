package org.readingroom.report.research;

import java.util.Comparator;

/// One column of values: a field in one unit, the first time it is in a report, the second and so on.
///
/// `unit` is UCUM, empty for none; `index` counts from one.
public record ResearchColumn(String field, String unit, int index, boolean isCode)
        implements Comparable<ResearchColumn> {
    private static final Comparator<ResearchColumn> ORDER = Comparator.comparing(ResearchColumn::field)
            .thenComparing(ResearchColumn::unit)
            .thenComparingInt(ResearchColumn::index)
            .thenComparing(ResearchColumn::isCode);

    @Override
    public int compareTo(ResearchColumn other) {
        return ORDER.compare(this, other);
    }

    /// Such as `noduleSize [mm]`, and `noduleSize.2 [mm]` for the second of a report.
    public String head() {
        return field
                + (index > 1 ? "." + index : "")
                + (isCode ? ".code" : "")
                + (unit.isEmpty() ? "" : " [" + unit + "]");
    }
}
