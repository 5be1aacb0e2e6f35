package org.readingroom.report.check.holdout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.readingroom.report.check.CheckContext;
import org.readingroom.report.check.CheckResult;
import org.readingroom.report.check.CheckRules;
import org.readingroom.report.check.ReportChecks;
import org.readingroom.report.model.ReportLanguage;

/// How the checks do on the third set, which they met after they were mended and by which nothing was mended; the
/// table stands in `docs/checks.md`, and `-Dreadingroom.checks.write=true` writes it anew.
// [utest->req~report.check.held-out~1]
class ThirdHandSetTest {
    private static final String BEGIN = "<!-- table: made by ThirdHandSetTest -->\n";
    private static final String END = "<!-- end of third table -->";
    private static final String FROZEN = "18980c71fbd4385146615ee9436cb2dd5f6ea4c177484ef7f9dfeb6f7197a6ea";

    private final ReportChecks checks = new ReportChecks(CheckRules.shipped());
    private final HoldOutSet set = new HoldOutSet(HoldOutHand.THIRD);

    @Test
    void figuresAreThoseOfTheDocument() throws IOException {
        List<Read> clean = set.clean().stream().map(this::read).toList();
        List<Read> mistaken = set.mistaken().stream().map(this::read).toList();
        assertEquals(200, clean.size());
        for (String kind : set.kinds()) {
            assertEquals(10, of(kind, mistaken).size(), kind);
        }
        compareOrWrite(table(clean, mistaken));
        assertFloor(ReportLanguage.CHINESE, mistaken, clean, 106, 11);
        assertFloor(ReportLanguage.ENGLISH, mistaken, clean, 103, 9);
    }

    /// Who changes a sentence or a fact of the set after the checks have read it makes its figures worth nothing.
    @Test
    void reportsAreThoseThatWereFrozen() throws NoSuchAlgorithmException {
        assertEquals(FROZEN, digest(set));
    }

    private static String digest(HoldOutSet set) throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        Stream.concat(set.clean().stream(), set.mistaken().stream())
                .map(HoldOutSet.Case::context)
                .flatMap(context -> Stream.concat(
                        context.report().sections().stream().map(section -> section.text()), known(context)))
                .forEach(text -> digest.update((text + "\n").getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static Stream<String> known(CheckContext context) {
        return Stream.concat(
                Stream.of(
                        context.facts().request(),
                        context.facts().images().laterality().name(),
                        context.facts().images().contrast().name(),
                        String.valueOf(context.report().study().patient().sex()),
                        String.valueOf(context.report().study().patient().birthDate())),
                context.facts().history().stream());
    }

    private record Read(HoldOutSet.Case one, Set<String> remarks) {
        boolean isFound() {
            return remarks.contains(one.kind());
        }

        boolean isIn(ReportLanguage language) {
            return one.context().report().language() == language;
        }
    }

    private Read read(HoldOutSet.Case one) {
        return new Read(
                one,
                checks.check(one.context()).stream().map(CheckResult::checkId).collect(Collectors.toSet()));
    }

    private static List<Read> of(String kind, List<Read> mistaken) {
        return mistaken.stream().filter(read -> read.one().kind().equals(kind)).toList();
    }

    private static void assertFloor(
            ReportLanguage language, List<Read> mistaken, List<Read> clean, long least, long most) {
        long found = count(mistaken, read -> read.isIn(language) && read.isFound());
        long alarms =
                count(clean, read -> read.isIn(language) && !read.remarks().isEmpty());
        assertTrue(found >= least, found + " found of 125, " + language);
        assertTrue(alarms <= most, alarms + " false alarms in 100, " + language);
    }

    private static long count(List<Read> reads, Predicate<Read> what) {
        return reads.stream().filter(what).count();
    }

    private String table(List<Read> clean, List<Read> mistaken) {
        StringBuilder table = new StringBuilder("| Kind of mistake | Found in Chinese | Found in English | Together "
                + "| False alarms in 200 clean reports |\n|---|---:|---:|---:|---:|\n");
        for (String kind : set.kinds()) {
            table.append("| `").append(kind).append("`");
            shares(table, of(kind, mistaken));
            table.append(count(clean, read -> read.remarks().contains(kind))).append(" |\n");
        }
        table.append("| all");
        shares(table, mistaken);
        for (ReportLanguage language : List.of(ReportLanguage.CHINESE, ReportLanguage.ENGLISH)) {
            table.append(count(
                            clean,
                            read -> read.isIn(language) && !read.remarks().isEmpty()))
                    .append(language == ReportLanguage.CHINESE ? " Chinese and " : " English");
        }
        return table.append(" |\n").toString();
    }

    private static void shares(StringBuilder table, List<Read> some) {
        for (Predicate<Read> which : List.<Predicate<Read>>of(
                read -> read.isIn(ReportLanguage.CHINESE), read -> read.isIn(ReportLanguage.ENGLISH), read -> true)) {
            table.append(" | ")
                    .append(count(some, which.and(Read::isFound)))
                    .append(" of ")
                    .append(count(some, which));
        }
        table.append(" | ");
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
            at = Objects.requireNonNull(at.getParent(), "docs/checks.md is in no folder above");
        }
        return at;
    }
}
