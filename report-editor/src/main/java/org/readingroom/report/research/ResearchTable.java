package org.readingroom.report.research;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/// The table of one export: a row for each report, a column for each field, unit and repetition.
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
        private final ResearchRowMaker maker;

        public Maker(ResearchProject project, ResearchFields fields, Pseudonyms pseudonyms) {
            this.maker = new ResearchRowMaker(project, fields, pseudonyms, why -> leftOut.merge(why, 1, Integer::sum));
        }

        /// Whether the report is among those that the project covers.
        public boolean add(ResearchReport report) {
            return maker.row(report).map(rows::add).isPresent();
        }

        public ResearchTable table() {
            SortedSet<ResearchColumn> columns = new TreeSet<>();
            rows.forEach(row -> columns.addAll(row.values().keySet()));
            return new ResearchTable(rows.stream().sorted(ResearchRow.ORDER).toList(), columns, leftOut);
        }
    }
}
