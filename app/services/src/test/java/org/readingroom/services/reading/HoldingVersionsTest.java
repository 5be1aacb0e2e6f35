package org.readingroom.services.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HoldingVersionsTest {
    /// The numbers of those of `stages` that hold while `withdrawn` are withdrawn.
    private static List<Integer> holding(List<String> stages, Set<String> withdrawn) {
        HoldingVersions holding = new HoldingVersions(withdrawn);
        return IntStream.rangeClosed(1, stages.size())
                .filter(version -> holding.isHolding("r", version, stages.get(version - 1)))
                .boxed()
                .toList();
    }

    // [utest->req~report.workflow.reread-valid~1]
    @Test
    void aNewReadingGoesWithTheVersionItIsOf() {
        List<String> stages = List.of("PRIMARY", "REVIEW", "REREAD", "REREAD", "AMENDMENT");
        assertEquals(List.of(1, 2, 3, 4, 5), holding(stages, Set.of()));
        assertEquals(List.of(1, 5), holding(stages, Set.of("r/2")));
        assertEquals(List.of(1, 2, 3, 4), holding(stages, Set.of("r/5")));
        assertEquals(List.of(1, 2, 3, 4, 5), holding(stages, Set.of("other/2")));
    }

    @Test
    void readingsOfAnotherReportAreLeftAlone() {
        HoldingVersions holding = new HoldingVersions(Set.of("a/1"));
        assertEquals(false, holding.isHolding("a", 1, "REVIEW"));
        assertEquals(true, holding.isHolding("b", 1, "REVIEW"));
        assertEquals(true, holding.isHolding("b", 2, "REREAD"));
        assertEquals(false, holding.isHolding("a", 2, "REREAD"));
    }
}
