package org.readingroom.services.reading;

import java.util.AbstractList;
import java.util.BitSet;
import java.util.List;
import java.util.RandomAccess;

/// The rows of the list at one moment, made ready to be searched. Immutable.
public final class WorklistRows extends AbstractList<WorklistRow> implements RandomAccess {
    private final List<WorklistRow> rows;
    private final RowSearch search;

    private WorklistRows(List<WorklistRow> rows) {
        this.rows = List.copyOf(rows);
        this.search = RowSearch.of(this.rows);
    }

    /// Rows that are ready already are not made ready again.
    public static WorklistRows of(List<WorklistRow> rows) {
        return rows instanceof WorklistRows ready ? ready : new WorklistRows(rows);
    }

    @Override
    public WorklistRow get(int index) {
        return rows.get(index);
    }

    @Override
    public int size() {
        return rows.size();
    }

    /// The places of the rows in which every word of `typed` is.
    public BitSet find(String typed) {
        return search.find(typed);
    }
}
