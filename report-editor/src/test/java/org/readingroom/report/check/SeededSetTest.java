package org.readingroom.report.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// How many of the seeded mistakes the checks find, and how often they cry wolf; the table stands in `docs/checks.md`.
///
/// `-Dreadingroom.checks.write=true` writes the table anew.
// [utest->req~report.check.seeded~1]
// [utest->req~report.check.sides~1]
// [utest->req~report.check.phrases~1]
// [utest->req~report.check.removed~1]
// [utest->req~report.check.conclusion~1]
// [utest->req~report.check.negation~1]
// [utest->req~report.check.ranges~1]
// [utest->req~report.check.image-refs~1]
// [utest->req~report.check.part~1]
// [utest->req~report.check.dates~1]
// [utest->req~report.check.spelling~1]
class SeededSetTest {
    private static final String BEGIN = "<!-- table: made by SeededSetTest -->\n";
    private static final String END = "<!-- end of table -->";

    private final ReportChecks checks = new ReportChecks(CheckRules.shipped());
    private final SeededSet set = new SeededSet();

    @Test
    void mistakesAreFoundAndCleanReportsPass() throws IOException {
        List<SeededSet.Case> clean = set.clean();
        List<SeededSet.Case> mistaken = set.mistaken();
        assertEquals(SeededSet.SIZE, clean.size());
        assertEquals(SeededSet.SIZE, mistaken.size());
        Map<String, Long> alarms = clean.stream()
                .flatMap(one -> checks.check(one.context()).stream()
                        .map(CheckResult::checkId)
                        .distinct())
                .collect(Collectors.groupingBy(id -> id, TreeMap::new, Collectors.counting()));
        long wolves = clean.stream()
                .filter(one -> !checks.check(one.context()).isEmpty())
                .count();
        if (Boolean.getBoolean("readingroom.checks.show")) {
            show(clean, mistaken);
        }
        String table = table(mistaken, alarms, wolves);
        long found = mistaken.stream().filter(this::isFound).count();
        compareOrWrite(table);
        assertTrue(found >= 950, found + " of 1,000 found");
        assertTrue(wolves <= 10, wolves + " of 1,000 clean reports with a remark");
    }

    private boolean isFound(SeededSet.Case one) {
        return checks.check(one.context()).stream()
                .anyMatch(result -> result.checkId().equals(one.kind()));
    }

    private String table(List<SeededSet.Case> mistaken, Map<String, Long> alarms, long wolves) {
        StringBuilder table = new StringBuilder(
                "| Kind of mistake | Half A found | Half B found | Together | False alarms in 1,000 clean reports |\n"
                        + "|---|---:|---:|---:|---:|\n");
        for (String kind : set.kinds()) {
            List<SeededSet.Case> all =
                    mistaken.stream().filter(one -> one.kind().equals(kind)).toList();
            row(table, "`" + kind + "`", all, alarms.getOrDefault(kind, 0L));
        }
        row(table, "all", mistaken, wolves);
        return table.toString();
    }

    private void row(StringBuilder table, String name, List<SeededSet.Case> cases, long alarms) {
        table.append("| ").append(name);
        for (String halves : List.of("A", "B", "AB")) {
            List<SeededSet.Case> some = cases.stream()
                    .filter(one -> halves.indexOf(one.half()) >= 0)
                    .toList();
            table.append(" | ")
                    .append(some.stream().filter(this::isFound).count())
                    .append(" of ")
                    .append(some.size());
        }
        table.append(" | ").append(alarms).append(" |\n");
    }

    private static void compareOrWrite(String table) throws IOException {
        Path file = root().resolve("docs/checks.md");
        String text = Files.readString(file).replace("\r\n", "\n");
        int begin = text.indexOf(BEGIN) + BEGIN.length();
        int end = text.indexOf(END);
        if (Boolean.getBoolean("readingroom.checks.write")) {
            Files.writeString(file, text.substring(0, begin) + table + text.substring(end));
        } else {
            assertEquals(text.substring(begin, end), table, "run with -Dreadingroom.checks.write=true");
        }
    }

    private static Path root() {
        Path at = Path.of("").toAbsolutePath();
        while (!Files.exists(at.resolve("docs/checks.md"))) {
            at = java.util.Objects.requireNonNull(at.getParent(), "docs/checks.md is in no folder above");
        }
        return at;
    }

    private void show(List<SeededSet.Case> clean, List<SeededSet.Case> mistaken) {
        for (SeededSet.Case one : clean) {
            checks.check(one.context())
                    .forEach(result ->
                            print("FALSE " + one.half() + " " + result.checkId() + " " + result.arguments(), one));
        }
        mistaken.stream()
                .filter(one -> !isFound(one))
                .forEach(one -> print("MISSED " + one.half() + " " + one.kind(), one));
        for (SeededSet.Case one : mistaken) {
            checks.check(one.context()).stream()
                    .filter(result -> !result.checkId().equals(one.kind()))
                    .forEach(result ->
                            print("BESIDE " + one.kind() + " -> " + result.checkId() + result.arguments(), one));
        }
    }

    private static void print(String what, SeededSet.Case one) {
        System.out.println(what + " | "
                + one.context().report().sections().stream()
                        .map(section -> section.text())
                        .collect(Collectors.joining(" ## "))
                + " | " + one.context().facts());
    }
}
