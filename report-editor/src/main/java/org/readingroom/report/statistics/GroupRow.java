package org.readingroom.report.statistics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// One group of reports and its figures.
public record GroupRow(String code, Measures measures) {
    /// The groups of `facts`, by their codes.
    public static List<GroupRow> of(Grouping by, List<ReportFact> facts, StatisticsRules rules, Instant now) {
        TreeMap<String, List<ReportFact>> groups = new TreeMap<>();
        for (ReportFact fact : facts) {
            groups.computeIfAbsent(by.code(fact), code -> new ArrayList<>()).add(fact);
        }
        List<GroupRow> rows = new ArrayList<>();
        groups.forEach((code, group) -> rows.add(new GroupRow(code, Measures.of(group, rules, now))));
        return List.copyOf(rows);
    }
}
