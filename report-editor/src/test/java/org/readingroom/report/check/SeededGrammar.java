package org.readingroom.report.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.readingroom.report.model.ReportLanguage;

/// The sentences written by hand from which reports are put together; they know nothing of the rules.
record SeededGrammar(List<Exam> exams, List<Line> mistakes, List<Line> decoys) {
    /// `half` is A or B: each half of the set has kinds of sentences of its own.
    record Sentence(char half, String text) {}

    /// `impression` and `contradiction` go with the finding; a serious one must stand in the impression.
    record Seen(char half, boolean isSerious, String text, String impression, String contradiction) {}

    record Exam(
            String id,
            ReportLanguage language,
            String modality,
            String bodyPart,
            String sex,
            boolean isSided,
            String order,
            List<Sentence> technique,
            List<Sentence> normal,
            List<Seen> findings) {}

    record Line(
            String kind,
            char half,
            ReportLanguage language,
            List<String> exams,
            String sex,
            int youngest,
            int oldest,
            String facts,
            String section,
            String text) {
        boolean suits(Exam exam) {
            boolean sexes = exam.sex().equals("-")
                    || sex.equals("-")
                    || kind.equals("sex.organ")
                    || exam.sex().equals(sex);
            return language == exam.language() && (exams.contains("*") || exams.contains(exam.id())) && sexes;
        }
    }

    static SeededGrammar read() {
        List<Exam> exams = new ArrayList<>(exams("grammar-zh.txt", ReportLanguage.CHINESE));
        exams.addAll(exams("grammar-en.txt", ReportLanguage.ENGLISH));
        return new SeededGrammar(List.copyOf(exams), lines("mistakes.txt"), lines("decoys.txt"));
    }

    private static List<Exam> exams(String file, ReportLanguage language) {
        List<Exam> exams = new ArrayList<>();
        for (String line : text(file)) {
            if (line.startsWith("@ ")) {
                String[] head = line.substring(2).split(" ", 6);
                exams.add(new Exam(
                        head[0],
                        language,
                        head[1],
                        head[2],
                        head[3],
                        head[4].equals("sided"),
                        head[5],
                        new ArrayList<>(),
                        new ArrayList<>(),
                        new ArrayList<>()));
                continue;
            }
            String[] parts = line.split(" ", 3);
            char half = parts[1].charAt(0);
            switch (parts[0]) {
                case "t" -> exams.getLast().technique().add(new Sentence(half, parts[2]));
                case "n" -> exams.getLast().normal().add(new Sentence(half, parts[2]));
                default -> {
                    String[] columns = parts[2].split(" \\| ");
                    exams.getLast()
                            .findings()
                            .add(new Seen(half, parts[0].equals("f!"), columns[0], columns[1], columns[2]));
                }
            }
        }
        return exams;
    }

    private static List<Line> lines(String file) {
        List<Line> lines = new ArrayList<>();
        for (String line : text(file)) {
            String[] c = line.split("\\|", 9);
            String[] ages = c[5].split("-");
            lines.add(new Line(
                    c[0],
                    c[1].charAt(0),
                    c[2].equals("zh") ? ReportLanguage.CHINESE : ReportLanguage.ENGLISH,
                    List.of(c[3].split(",")),
                    c[4],
                    Integer.parseInt(ages[0]),
                    Integer.parseInt(ages[1]),
                    c[6],
                    c[7],
                    c[8]));
        }
        return lines;
    }

    private static List<String> text(String file) {
        try (InputStream stream = SeededGrammar.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException(file + " is missing");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
