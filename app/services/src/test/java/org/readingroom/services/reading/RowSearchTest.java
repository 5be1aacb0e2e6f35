package org.readingroom.services.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The truth is [WorklistFilter], which looks at one row after the other.
// [utest->req~worklist.million~1]
@Tag("slow")
class RowSearchTest {
    private static final List<String> TYPED = List.of(
            "w",
            "王",
            "wang",
            "wxd",
            "王小东",
            "wangxiaodong",
            "wang xiao dong",
            "P0123456",
            "acc0000",
            "acc06999993",
            "chest",
            "胸部 ct",
            "ct wang 胸部",
            "lü",
            "lv",
            "lü mr",
            "LSPINE",
            "mr w",
            "nosuchname",
            "ａcc",
            "1",
            "");
    private static final double BOUND_MILLIS = 50;

    private static List<WorklistRow> rows;
    private static RowSearch search;

    @BeforeAll
    static void invent() {
        rows = MillionRows.invent();
        long begun = System.nanoTime();
        search = RowSearch.of(rows);
        System.out.printf(Locale.ROOT, "%d rows packed in %.0f ms%n", rows.size(), (System.nanoTime() - begun) / 1e6);
    }

    @Test
    void aMillionRowsGiveExactlyThoseThatHoldEveryWord() {
        for (String typed : TYPED) {
            WorklistFilter truth = new WorklistFilter(typed);
            BitSet expected = new BitSet();
            for (int i = 0; i < rows.size(); i++) {
                if (truth.isIn(rows.get(i).searchText())) {
                    expected.set(i);
                }
            }
            assertEquals(expected, search.find(typed), "'" + typed + "'");
        }
        assertTrue(search.find("wxd").cardinality() > 10, "the truth is not empty");
    }

    @Test
    void aPieceThatIsJustFullAndNoRowsAtAllAreSearchedToo() {
        List<WorklistRow> full = rows.subList(0, 1 << 14);
        String last = full.getLast().order().accessionNumber();
        BitSet expected = new BitSet();
        expected.set(full.size() - 1);
        assertEquals(expected, RowSearch.of(full).find(last));
        assertTrue(RowSearch.of(List.of()).find("w").isEmpty());
        assertTrue(RowSearch.of(List.of()).find("").isEmpty());
    }

    /// The best of some passes, since other programs run beside.
    @Tag("soak")
    @Test
    void aMillionRowsAreSearchedWithinTheBound() {
        for (String typed : TYPED) {
            long best = Long.MAX_VALUE;
            int hits = 0;
            for (int pass = 0; pass < 15; pass++) {
                long begun = System.nanoTime();
                hits = search.find(typed).cardinality();
                best = Math.min(best, System.nanoTime() - begun);
            }
            double millis = best / 1e6;
            System.out.printf(Locale.ROOT, "search %-16s %7d of %d rows, %.1f ms%n", typed, hits, rows.size(), millis);
            assertTrue(millis <= BOUND_MILLIS, () -> "'" + typed + "' took " + millis + " ms");
        }
    }
}
