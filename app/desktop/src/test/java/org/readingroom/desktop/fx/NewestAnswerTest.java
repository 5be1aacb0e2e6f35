package org.readingroom.desktop.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NewestAnswerTest {
    private final List<Runnable> ends = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final NewestAnswer newest = new NewestAnswer(new RacingRunner(ends));

    // [utest->req~shell.newest-answer~1]
    @Test
    void anOldAnswerThatComesLastIsDropped() {
        ask("丁");
        ask("甲");
        ends.get(1).run();
        ends.get(0).run();
        assertEquals(List.of("甲"), told);
    }

    // [utest->req~shell.newest-answer~1]
    @Test
    void soIsAnOldAnswerThatComesFirstAndAnOldFault() {
        ask("丁");
        newest.<String>ask(
                () -> {
                    throw new IllegalStateException("gone");
                },
                told::add,
                fault -> told.add(String.valueOf(fault.getMessage())));
        ask("甲");
        ends.forEach(Runnable::run);
        assertEquals(List.of("甲"), told);
        newest.<String>ask(
                () -> {
                    throw new IllegalStateException("gone");
                },
                told::add,
                fault -> told.add(String.valueOf(fault.getMessage())));
        ends.getLast().run();
        assertEquals(List.of("甲", "gone"), told);
    }

    private void ask(String answer) {
        newest.ask(() -> answer, told::add, fault -> told.add("a fault"));
    }
}
