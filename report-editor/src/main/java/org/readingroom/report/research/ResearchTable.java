package org.readingroom.report.research;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The table of one export: a row for each report, or for each lesion that one describes by itself, a column for each
/// field, unit and repetition.
///
/// `leftOut` counts what the project asks for and what stayed here.
// [impl->req~report.research.table~1]
public record ResearchTable(List<ResearchRow> rows, SortedSet<ResearchColumn> columns, Map<LeftOut, Integer> leftOut) {
    public ResearchTable {
        rows = List.copyOf(rows);
        columns = Collections.unmodifiableSortedSet(new TreeSet<>(columns));
        leftOut = Map.copyOf(leftOut);
    }

    /// Takes reports one by one, so that not all of them have to be open at once.
    public static final class Maker {
        private final List<ResearchRow> rows = new ArrayList<>();
        private final Map<LeftOut, Integer> leftOut = new EnumMap<>(LeftOut.class);
        private final EverybodysNames names = new EverybodysNames();
        private final ResearchRowMaker maker;
        /// Values of the whole report are in several rows, and left out once.
        private final Set<List<Object>> naming = new HashSet<>();

        public Maker(ResearchProject project, ResearchFields fields, Pseudonyms pseudonyms) {
            this.maker = new ResearchRowMaker(project, fields, pseudonyms, why -> leftOut.merge(why, 1, Integer::sum));
        }

        /// Whether the report is among those that the project covers. The patients of the others are
        /// looked for in typed words too.
        public boolean add(ResearchReport report) {
            KnownNames known = new KnownNames(report.report().study(), report.patient());
            names.add(known);
            return rows.addAll(maker.rows(report, known));
        }

        public ResearchTable table() {
            List<ResearchRow> clean = rows.stream()
                    .map(this::nobodyElse)
                    .sorted(ResearchRow.ORDER)
                    .toList();
            SortedSet<ResearchColumn> columns = new TreeSet<>();
            clean.forEach(row -> columns.addAll(row.values().keySet()));
            return new ResearchTable(clean, columns, leftOut);
        }

        private ResearchRow nobodyElse(ResearchRow row) {
            Set<ResearchColumn> out = row.typed().stream()
                    .filter(column -> names.isIn(row.values().getOrDefault(column, "")))
                    .collect(Collectors.toSet());
            out.stream()
                    .filter(column -> naming.add(
                            List.of(row.record(), column, row.values().getOrDefault(column, ""))))
                    .forEach(column -> leftOut.merge(LeftOut.NAMES_PATIENT, 1, Integer::sum));
            return out.isEmpty() ? row : row.without(out);
        }
    }
}
