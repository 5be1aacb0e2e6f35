package org.readingroom.report.check.holdout;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.readingroom.report.check.ImageFacts;
import org.readingroom.report.model.ReportLanguage;

/// Reads the examinations of one language.
///
/// ```
/// exam: TAGS || MODALITY || BODY PART || SEXES || AGES || CONTRAST     then ask:, tech:, none:
/// - KEY: normal sentence                  left out when a finding of this key is there
/// + KEY: H(history)finding => impression  at most one of a key in a report
/// ? something that is not concluded
/// ```
///
/// `<a|b>` is one of these. `{S}` is a side and `{O}` the other, `{mm}` a measured length, `{cm}` and `{mmr}` the
/// same in centimetres and rounded, `{x:2-9}` a number that stays, `{date}` a day before the study. In the second
/// hand's set the first examination of a language belongs to the development half, the next to the hold-out half, and
/// so on.
final class HoldOutGrammar {
    private HoldOutGrammar() {}

    static List<HoldOutExam> exams(HoldOutHand hand, ReportLanguage language) {
        List<HoldOutExam> exams = new ArrayList<>();
        for (String family : hand.families()) {
            List<String> block = new ArrayList<>();
            for (String line : lines(hand.file(family + "-" + language.code() + ".txt"))) {
                if (line.startsWith("exam:") && !block.isEmpty()) {
                    exams.add(exam(language, hand.half(exams.size()), block));
                    block.clear();
                }
                block.add(line);
            }
            exams.add(exam(language, hand.half(exams.size()), block));
        }
        return List.copyOf(exams);
    }

    static List<String> lines(String file) {
        try (InputStream in = HoldOutGrammar.class.getResourceAsStream(file)) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HoldOutExam exam(ReportLanguage language, char half, List<String> block) {
        String[] head = rest(block, "exam:").split(" \\|\\| ");
        String[] ages = head[4].split("-");
        return new HoldOutExam(
                language,
                half,
                Set.of(head[0].split(" ")),
                head[1],
                head[2],
                head[3],
                Integer.parseInt(ages[0]),
                Integer.parseInt(ages[1]),
                ImageFacts.Contrast.valueOf(head[5]),
                rest(block, "ask:"),
                rest(block, "tech:"),
                rest(block, "none:"),
                block.stream()
                        .filter(line -> "+-?".indexOf(line.charAt(0)) >= 0)
                        .map(HoldOutGrammar::line)
                        .toList());
    }

    private static String rest(List<String> block, String start) {
        return block.stream()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()).strip())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(start + " is missing in " + block.getFirst()));
    }

    private static HoldOutExam.Line line(String text) {
        if (text.startsWith("?")) {
            return new HoldOutExam.Line(
                    HoldOutExam.Line.Kind.ASIDE, "", "", text.substring(1).strip(), "");
        }
        int colon = text.indexOf(':');
        String key = text.substring(1, colon).strip();
        String words = text.substring(colon + 1).strip();
        if (text.startsWith("-")) {
            return new HoldOutExam.Line(HoldOutExam.Line.Kind.NORMAL, key, "", words, "");
        }
        String history = "";
        if (words.startsWith("H(")) {
            history = words.substring(2, words.indexOf(')'));
            words = words.substring(words.indexOf(')') + 1);
        }
        String[] sides = words.split(" => ");
        return new HoldOutExam.Line(HoldOutExam.Line.Kind.FINDING, key, history, sides[0].strip(), sides[1].strip());
    }
}
