package org.readingroom.report.check.holdout;

import java.util.List;

/// Whose sentences a set is made of. The second hand's are split in two halves, the third hand's are one whole `T`.
enum HoldOutHand {
    SECOND("", List.of("ct", "mr", "plain"), 520, List.of('D', 'H')),
    THIRD("third/", List.of("exams"), 200, List.of('T'));

    private final String folder;
    private final List<String> families;
    private final int clean;
    private final List<Character> halves;

    HoldOutHand(String folder, List<String> families, int clean, List<Character> halves) {
        this.folder = folder;
        this.families = families;
        this.clean = clean;
        this.halves = halves;
    }

    String file(String name) {
        return folder + name;
    }

    List<String> families() {
        return families;
    }

    /// Clean reports in all.
    int clean() {
        return clean;
    }

    List<Character> halves() {
        return halves;
    }

    /// What is told off in turn.
    char half(int number) {
        return halves.get(number % halves.size());
    }
}
