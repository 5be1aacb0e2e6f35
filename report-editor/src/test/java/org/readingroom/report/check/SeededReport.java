package org.readingroom.report.check;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.readingroom.report.edit.SentenceSplitter;
import org.readingroom.report.model.BoundMeasurement;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportId;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.Section;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SentenceId;
import org.readingroom.report.model.SentenceOrigin;
import org.readingroom.report.model.Side;
import org.readingroom.report.model.StudyIdentity;
import org.readingroom.report.testing.SampleReports;
import org.readingroom.viewer.annotation.AnnotationId;
import org.readingroom.viewer.annotation.Measured;
import org.readingroom.viewer.annotation.Measurement;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.PatientId;
import org.readingroom.viewer.model.PersonName;
import org.readingroom.viewer.model.Sex;
import org.readingroom.viewer.model.StudyUid;

/// A report while it is put together; every open choice is made by one seeded chance.
final class SeededReport {
    static final LocalDate TODAY = SampleReports.TODAY;
    static final AnnotationId MARK = SampleReports.MARK;
    private static final Pattern CHOICE = Pattern.compile("<([^>]*)>");

    final SeededGrammar.Exam exam;
    final Random chance;
    final char half;
    Sex sex;
    int age;
    final boolean isLeft;
    final Map<SectionKind, List<String>> words = new HashMap<>();
    final List<SeededGrammar.Seen> seen = new ArrayList<>();
    final Map<String, String> numbers = new HashMap<>();
    String request;
    String history = "";
    ImageFacts images;
    Optional<Measured> mark = Optional.empty();
    String bound = "";

    SeededReport(SeededGrammar.Exam exam, char half, Random chance) {
        this.exam = exam;
        this.half = half;
        this.chance = chance;
        this.sex = exam.sex().equals("-") ? (chance.nextBoolean() ? Sex.MALE : Sex.FEMALE) : Sex.valueOf(exam.sex());
        this.age = 25 + chance.nextInt(60);
        this.isLeft = chance.nextBoolean();
        for (SectionKind kind : SectionKind.values()) {
            words.put(kind, new ArrayList<>());
        }
        request = chance.nextInt(4) == 0 ? "" : fill(exam.order(), isLeft);
        images = new ImageFacts(
                exam.isSided() && chance.nextBoolean() ? side(isLeft) : Side.NONE,
                chance.nextInt(3) == 0 ? ImageFacts.Contrast.NONE : ImageFacts.Contrast.UNKNOWN,
                Map.of(1, 2, 2, 120, 3, 60),
                Map.of());
    }

    static Side side(boolean isLeft) {
        return isLeft ? Side.LEFT : Side.RIGHT;
    }

    /// Fills the places of a sentence; `left` is the side it speaks of.
    String fill(String text, boolean left) {
        Matcher choice = CHOICE.matcher(text);
        StringBuilder chosen = new StringBuilder();
        while (choice.find()) {
            String[] options = choice.group(1).split("/");
            choice.appendReplacement(chosen, Matcher.quoteReplacement(options[chance.nextInt(options.length)]));
        }
        choice.appendTail(chosen);
        boolean chinese = exam.language() == ReportLanguage.CHINESE;
        String filled = chosen.toString()
                .replace("{S}", chinese ? left ? "左" : "右" : left ? "left" : "right")
                .replace("{O}", chinese ? left ? "右" : "左" : left ? "right" : "left")
                .replace(
                        "{D}",
                        LocalDate.of(2024 + chance.nextInt(2), 1 + chance.nextInt(12), 1 + chance.nextInt(28))
                                .toString());
        filled = number(filled, "{mm}", 6 + chance.nextInt(24));
        filled = number(filled, "{cm}", 1 + chance.nextInt(5), chance.nextInt(9) + 1);
        filled = number(filled, "{small}", 4 + chance.nextInt(5));
        filled = number(filled, "{thin}", 2 + chance.nextInt(2));
        filled = number(filled, "{rib}", 4 + chance.nextInt(5));
        filled = number(filled, "{pct}", 20 + 5 * chance.nextInt(6));
        filled = number(filled, "{clock}", 1 + chance.nextInt(12));
        filled = number(filled, "{d}", chance.nextInt(6));
        return exam.language() == ReportLanguage.ENGLISH && !filled.endsWith(" ")
                ? Character.toUpperCase(filled.charAt(0)) + filled.substring(1) + " "
                : filled;
    }

    private String number(String text, String place, int... value) {
        String made = value.length == 1 ? "" + value[0] : value[0] + "." + value[1];
        return text.replace(place, numbers.computeIfAbsent(place, unknown -> made));
    }

    void add(SectionKind kind, String text) {
        words.get(kind).add(text);
    }

    /// Binds the first length in millimetres of the findings to a mark; false when there is none.
    boolean bind() {
        String number = numbers.get("{mm}");
        for (String sentence : words.get(SectionKind.FINDINGS)) {
            if (number != null && sentence.contains(number + " mm")) {
                bound = sentence;
                mark = Optional.of(measured(Double.parseDouble(number)));
                return true;
            }
        }
        return false;
    }

    static Measured measured(double mm) {
        return new Measured(MARK, List.of(new Measurement(Measurement.Quantity.LENGTH, mm, "mm")), List.of());
    }

    CheckContext context() {
        List<Section> sections = new ArrayList<>();
        int id = 0;
        for (SectionKind kind : SectionKind.values()) {
            List<ReportSentence> sentences = new ArrayList<>();
            for (String words : words.get(kind)) {
                for (String text : SentenceSplitter.split(words)) {
                    List<BoundMeasurement> measured =
                            !bound.isEmpty() && kind == SectionKind.FINDINGS && words.equals(bound)
                                    ? List.of(bound())
                                    : List.of();
                    sentences.add(new ReportSentence(
                            new SentenceId("s" + id++), text, SentenceOrigin.HUMAN, List.of(), measured, List.of()));
                }
            }
            sections.add(new Section(kind, sentences));
        }
        Patient patient = new Patient(
                new PatientId("DEMO-1", ""),
                new PersonName("Ceshi^Yi", "", ""),
                TODAY.minusYears(age).minusDays(40),
                sex);
        StudyIdentity study = new StudyIdentity(
                new StudyUid("2.25.10"),
                patient,
                "A-1",
                LocalDateTime.of(2026, 11, 20, 9, 15),
                exam.modality(),
                exam.bodyPart(),
                "",
                "");
        Report report = new Report(new ReportId("report-1"), study, exam.language(), "", sections);
        CheckFacts facts =
                new CheckFacts(request, history.isEmpty() ? List.of() : List.of(history), images, TODAY, null);
        return new CheckContext(report, mark.isPresent(), annotation -> mark, facts);
    }

    private BoundMeasurement bound() {
        double mm = Double.parseDouble(numbers.getOrDefault("{mm}", "0"));
        return new BoundMeasurement(
                MARK, new Measurement(Measurement.Quantity.LENGTH, mm, "mm"), numbers.get("{mm}") + ".0 mm");
    }
}
