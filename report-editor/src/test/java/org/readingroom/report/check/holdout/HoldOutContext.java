package org.readingroom.report.check.holdout;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.readingroom.report.check.CheckContext;
import org.readingroom.report.check.CheckFacts;
import org.readingroom.report.check.ImageFacts;
import org.readingroom.report.edit.SentenceSplitter;
import org.readingroom.report.model.BoundMeasurement;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportId;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.Section;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SentenceId;
import org.readingroom.report.model.SentenceOrigin;
import org.readingroom.report.model.StudyIdentity;
import org.readingroom.report.testing.SampleReports;
import org.readingroom.viewer.annotation.AnnotationId;
import org.readingroom.viewer.annotation.Measured;
import org.readingroom.viewer.annotation.Measurement;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.PatientId;
import org.readingroom.viewer.model.PersonName;
import org.readingroom.viewer.model.StudyUid;

/// Lays a draft out as a report with what is known around it.
final class HoldOutContext {
    private static final AnnotationId MARK = new AnnotationId("mark-1");

    private final HoldOutDraft draft;
    private int sentences;

    HoldOutContext(HoldOutDraft draft) {
        this.draft = draft;
    }

    CheckContext context() {
        HoldOutExam exam = draft.exam;
        Patient patient = new Patient(
                new PatientId("DEMO-2", ""),
                new PersonName("Ceshi^Er", "", ""),
                SampleReports.TODAY.minusYears(draft.age).minusDays(100),
                draft.sex);
        StudyIdentity study = new StudyIdentity(
                new StudyUid("2.25.11"),
                patient,
                "A-2",
                LocalDateTime.of(2026, 11, 20, 9, 15),
                exam.modality(),
                exam.bodyPart(),
                "",
                "");
        Report report = new Report(
                new ReportId("report-2"),
                study,
                exam.language(),
                "",
                List.of(
                        section(SectionKind.TECHNIQUE, draft.technique),
                        section(SectionKind.FINDINGS, findings()),
                        section(SectionKind.IMPRESSION, impression())));
        Map<AnnotationId, ImageFacts.MarkPlace> marks = draft.bound == null
                ? Map.of()
                : Map.of(MARK, new ImageFacts.MarkPlace(draft.markSide, draft.markImage));
        ImageFacts images = new ImageFacts(draft.laterality, exam.contrast(), draft.imagesOfSeries, marks);
        CheckFacts facts = new CheckFacts(draft.request, draft.history, images, SampleReports.TODAY, null);
        Optional<Measured> mark = draft.bound == null
                ? Optional.empty()
                : Optional.of(new Measured(MARK, List.of(length(draft.measured)), List.of()));
        return new CheckContext(report, mark.isPresent(), annotation -> mark, facts);
    }

    private String findings() {
        List<String> words =
                new ArrayList<>(draft.said.stream().map(one -> one.findings).toList());
        for (String more : draft.moreFindings) {
            words.add(draft.chance.nextInt(words.size() + 1), more);
        }
        StringBuilder text = new StringBuilder();
        for (String each : words) {
            if (!text.isEmpty()) {
                text.append(draft.chance.nextInt(3) == 0 ? "\n" : draft.exam.isChinese() ? "" : " ");
            }
            text.append(closed(each));
        }
        return text.toString();
    }

    private String impression() {
        List<String> items = Stream.concat(
                        draft.said.stream().map(one -> one.impression), draft.moreImpression.stream())
                .filter(item -> !item.isEmpty())
                .toList();
        if (items.isEmpty()) {
            return closed(draft.nothing);
        }
        if (items.size() == 1) {
            return closed(items.getFirst());
        }
        int style = draft.chance.nextInt(3);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < items.size(); i++) {
            String number = switch (style) {
                case 0 -> draft.exam.isChinese() ? (i + 1) + "、" : (i + 1) + ". ";
                case 1 -> draft.exam.isChinese() ? (i + 1) + "." : (i + 1) + ") ";
                default -> "";
            };
            boolean isHalfClosed = draft.exam.isChinese() && style == 1 && i + 1 < items.size();
            text.append(i == 0 ? "" : "\n")
                    .append(number)
                    .append(isHalfClosed ? items.get(i) + "；" : closed(items.get(i)));
        }
        return text.toString();
    }

    private String closed(String words) {
        boolean isClosed = words.endsWith("。") || words.endsWith(".") || words.endsWith("？");
        return isClosed ? words : words + (draft.exam.isChinese() ? "。" : ".");
    }

    private Section section(SectionKind kind, String text) {
        HoldOutSaid bound = draft.bound;
        String start = bound == null ? "" : bound.findings;
        List<ReportSentence> all = new ArrayList<>();
        boolean isBound = false;
        for (String words : SentenceSplitter.split(text)) {
            boolean isHere = kind == SectionKind.FINDINGS
                    && bound != null
                    && !isBound
                    && words.contains(bound.standing())
                    && start.contains(words.strip());
            isBound |= isHere;
            all.add(new ReportSentence(
                    new SentenceId("t" + sentences++),
                    words,
                    SentenceOrigin.HUMAN,
                    List.of(),
                    isHere
                            ? List.of(new BoundMeasurement(MARK, length(bound.slots.millimetres()), bound.shown()))
                            : List.of(),
                    List.of()));
        }
        if (kind == SectionKind.FINDINGS && bound != null && !isBound) {
            throw new IllegalStateException("no sentence holds the mark: " + text);
        }
        return new Section(kind, all);
    }

    private static Measurement length(double millimetres) {
        return new Measurement(Measurement.Quantity.LENGTH, millimetres, Measurement.MILLIMETRE);
    }
}
