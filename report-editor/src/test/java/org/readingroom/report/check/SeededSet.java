package org.readingroom.report.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.readingroom.report.check.ImageFacts.MarkPlace;
import org.readingroom.report.model.SectionKind;
import org.readingroom.viewer.model.Sex;

/// 1,000 clean reports and 1,000 with exactly one mistake of a named kind, always the same ones.
///
/// Half A was looked at while the rules were written; half B, with other sentences and another seed, was kept
/// back.
final class SeededSet {
    static final int SIZE = 1000;
    /// Mistakes that are not a sentence put in but a report put together wrongly.
    static final List<String> BUILT = List.of(
            "side.conflict",
            "side.request",
            "side.images",
            "side.mark",
            "image.mismatch",
            "conclusion.undescribed",
            "findings.unconcluded",
            "negation.conflict",
            "number.differs",
            "unit.tenfold",
            "measurement.stale");

    record Case(String kind, char half, CheckContext context) {}

    private final SeededGrammar grammar = SeededGrammar.read();

    List<String> kinds() {
        return Stream.concat(BUILT.stream(), grammar.mistakes().stream().map(SeededGrammar.Line::kind))
                .distinct()
                .sorted()
                .toList();
    }

    List<Case> clean() {
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < SIZE; i++) {
            char half = i % 2 == 0 ? 'A' : 'B';
            Random chance = new Random(half == 'A' ? 7_000 + i : 91_000 + i);
            SeededReport report = begun(half, chance, exam -> true);
            if (chance.nextInt(3) > 0) {
                decoy(report);
            }
            if (chance.nextBoolean()) {
                report.bind();
            }
            cases.add(new Case("clean", half, report.context()));
        }
        return cases;
    }

    List<Case> mistaken() {
        List<String> kinds = kinds();
        List<Case> cases = new ArrayList<>();
        for (int i = 0; cases.size() < SIZE; i++) {
            char half = cases.size() % 2 == 0 ? 'A' : 'B';
            Random chance = new Random(half == 'A' ? 5_000_000 + i : 83_000_000 + i);
            String kind = kinds.get((cases.size() / 2) % kinds.size());
            Optional<SeededReport> made =
                    BUILT.contains(kind) ? built(kind, half, chance) : written(kind, half, chance);
            made.ifPresent(report -> cases.add(new Case(kind, half, report.context())));
        }
        return cases;
    }

    /// A clean report of some examination.
    private SeededReport begun(char half, Random chance, java.util.function.Predicate<SeededGrammar.Exam> suits) {
        List<SeededGrammar.Exam> exams = grammar.exams().stream().filter(suits).toList();
        SeededReport report = new SeededReport(exams.get(chance.nextInt(exams.size())), half, chance);
        SeededGrammar.Exam exam = report.exam;
        List<SeededGrammar.Sentence> techniques =
                exam.technique().stream().filter(one -> one.half() == half).toList();
        report.add(
                SectionKind.TECHNIQUE,
                report.fill(techniques.get(chance.nextInt(techniques.size())).text(), report.isLeft));
        List<SeededGrammar.Seen> findings = new ArrayList<>(
                exam.findings().stream().filter(one -> one.half() == half).toList());
        Collections.shuffle(findings, chance);
        report.seen.addAll(findings.subList(0, Math.min(findings.size(), chance.nextInt(3))));
        for (SeededGrammar.Seen seen : report.seen) {
            report.add(SectionKind.FINDINGS, report.fill(seen.text(), report.isLeft));
            report.add(SectionKind.IMPRESSION, report.fill(seen.impression(), report.isLeft));
        }
        exam.normal().stream()
                .filter(one -> one.half() == half)
                .forEach(one -> report.add(SectionKind.FINDINGS, report.fill(one.text(), report.isLeft)));
        boolean chinese = exam.language() == org.readingroom.report.model.ReportLanguage.CHINESE;
        if (report.seen.isEmpty()) {
            report.add(
                    SectionKind.IMPRESSION,
                    report.fill(
                            chinese
                                    ? "<未见明显异常/检查范围内未见异常/未见确切异常征象>。"
                                    : "<No significant abnormality/Normal study/No acute abnormality>.",
                            true));
        }
        return report;
    }

    private void decoy(SeededReport report) {
        List<SeededGrammar.Line> lines = grammar.decoys().stream()
                .filter(line -> line.half() == report.half && line.suits(report.exam))
                .filter(line -> line.sex().equals("-") || line.sex().equals(report.sex.name()))
                .toList();
        if (!lines.isEmpty()) {
            SeededGrammar.Line line = lines.get(report.chance.nextInt(lines.size()));
            report.age = Math.clamp(report.age, line.youngest(), line.oldest());
            apply(report, line);
        }
    }

    private static void apply(SeededReport report, SeededGrammar.Line line) {
        if (line.facts().startsWith("contrast=")) {
            ImageFacts.Contrast contrast =
                    ImageFacts.Contrast.valueOf(line.facts().substring(9));
            report.images = new ImageFacts(
                    report.images.laterality(), contrast, report.images.imagesOfSeries(), report.images.marks());
            if (contrast == ImageFacts.Contrast.GIVEN) {
                report.words.get(SectionKind.TECHNIQUE).clear();
                report.request = "";
            }
        } else if (!line.facts().isEmpty()) {
            report.history = line.facts();
        }
        report.add(SectionKind.valueOf(line.section()), report.fill(line.text(), report.isLeft));
    }

    private Optional<SeededReport> written(String kind, char half, Random chance) {
        List<SeededGrammar.Line> lines = grammar.mistakes().stream()
                .filter(line -> line.kind().equals(kind) && line.half() == half)
                .toList();
        SeededGrammar.Line line = lines.get(chance.nextInt(lines.size()));
        SeededReport report = begun(half, chance, line::suits);
        if (!line.sex().equals("-")) {
            report.sex = Sex.valueOf(line.sex());
        }
        report.age = line.youngest() + chance.nextInt(line.oldest() - line.youngest() + 1);
        if (kind.equals("typo")) {
            String[] slip = line.text().split(">");
            for (List<String> sentences : report.words.values()) {
                for (int i = 0; i < sentences.size(); i++) {
                    if (sentences.get(i).contains(slip[0])) {
                        sentences.set(i, sentences.get(i).replaceFirst(slip[0], slip[1]));
                        return Optional.of(report);
                    }
                }
            }
            return Optional.empty();
        }
        apply(report, line);
        return Optional.of(report);
    }

    private Optional<SeededReport> built(String kind, char half, Random chance) {
        boolean sided = kind.equals("side.request") || kind.equals("side.images");
        SeededReport report = begun(half, chance, exam -> !sided || exam.isSided());
        List<String> impression = report.words.get(SectionKind.IMPRESSION);
        List<String> findings = report.words.get(SectionKind.FINDINGS);
        SeededGrammar.Seen first = report.seen.isEmpty() ? null : report.seen.getFirst();
        boolean isMarked = report.bind();
        String number = report.numbers.getOrDefault("{mm}", "");
        switch (kind) {
            case "side.request" -> report.request = report.fill(report.exam.order(), !report.isLeft);
            case "side.images" -> {
                report.request = "";
                report.images = new ImageFacts(
                        SeededReport.side(!report.isLeft), ImageFacts.Contrast.UNKNOWN, Map.of(), Map.of());
            }
            case "side.conflict" -> {
                if (first == null
                        || report.exam.isSided()
                        || !first.impression().contains("{S}")
                        || !first.text().contains("{S}")) {
                    return Optional.empty();
                }
                impression.set(0, report.fill(first.impression(), !report.isLeft));
            }
            case "conclusion.undescribed" -> {
                Optional<SeededGrammar.Seen> other = report.exam.findings().stream()
                        .filter(seen -> seen.half() == half && seen.isSerious() && !report.seen.contains(seen))
                        .findFirst();
                if (other.isEmpty()) {
                    return Optional.empty();
                }
                impression.add(report.fill(other.get().impression(), report.isLeft));
            }
            case "findings.unconcluded" -> {
                if (first == null || !first.isSerious()) {
                    return Optional.empty();
                }
                impression.removeFirst();
                if (impression.isEmpty()) {
                    impression.add(report.fill(begunNormal(report), true));
                }
            }
            case "negation.conflict" -> {
                if (first == null) {
                    return Optional.empty();
                }
                findings.add(report.fill(first.contradiction(), report.isLeft));
            }
            default -> {
                boolean isSided =
                        report.bound.matches("(?is).*(?:左|右|\\bleft\\b|\\bright\\b).*") && !report.bound.contains("肝");
                if (!isMarked || kind.equals("side.mark") && !isSided) {
                    return Optional.empty();
                }
                spoilMark(kind, report, findings, number);
            }
        }
        return Optional.of(report);
    }

    private static String begunNormal(SeededReport report) {
        return report.exam.language() == org.readingroom.report.model.ReportLanguage.CHINESE
                ? "未见明显异常。"
                : "Normal study.";
    }

    private static void spoilMark(String kind, SeededReport report, List<String> findings, String number) {
        int at = findings.indexOf(report.bound);
        String was = report.bound;
        switch (kind) {
            case "number.differs" ->
                report.bound = was.replaceFirst(number + " mm", (Integer.parseInt(number) + 3) + " mm");
            case "unit.tenfold" -> report.bound = was.replaceFirst(number + " mm", number + " cm");
            case "measurement.stale" ->
                report.mark = Optional.of(SeededReport.measured(Integer.parseInt(number) + 2.4));
            case "image.mismatch" -> {
                report.bound = report.exam.language() == org.readingroom.report.model.ReportLanguage.CHINESE
                        ? was.replaceFirst("。", "（第45层）。")
                        : was.replaceFirst("\\. *$", " (image 45). ");
                mark(report, new MarkPlace(org.readingroom.report.model.Side.NONE, 52));
            }
            default -> {
                mark(report, new MarkPlace(SeededReport.side(!report.isLeft), 0));
            }
        }
        findings.set(at, report.bound);
    }

    private static void mark(SeededReport report, MarkPlace place) {
        report.images = new ImageFacts(
                report.images.laterality(),
                report.images.contrast(),
                report.images.imagesOfSeries(),
                Map.of(SeededReport.MARK, place));
    }
}
