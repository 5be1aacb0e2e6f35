package org.readingroom.report.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// Whatever a person does in the editor, in whatever order: words of a machine that nobody said yes to are in no signed
/// version.
class NoUnacceptedWordsPropertyTest {
    private static final int STEPS = 400;

    // [utest->req~report.suggest.never-unaccepted~1]
    @Test
    void noSequenceOfActsSignsWordsOfAMachineThatNobodyAccepted() {
        int signatures = LongStream.rangeClosed(1, 40)
                .mapToInt(seed -> new EditingRound(seed).run(STEPS))
                .sum();
        assertTrue(signatures > 200, "signed only " + signatures + " times");
    }
}
