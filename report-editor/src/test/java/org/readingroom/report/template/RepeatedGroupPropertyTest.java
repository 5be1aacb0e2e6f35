package org.readingroom.report.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.readingroom.report.edit.ReportEdit;
import org.readingroom.report.model.BoundMeasurement;
import org.readingroom.report.model.EvidenceAnchor;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SentenceId;
import org.readingroom.report.testing.SampleReports;
import org.readingroom.viewer.annotation.AnnotationId;
import org.readingroom.viewer.annotation.Measurement;
import org.readingroom.viewer.annotation.Measurement.Quantity;

/// Random adding, measuring, choosing, taking out and undoing, against a plain list of what each lesion is.
// [utest->req~report.template.repeat~1]
class RepeatedGroupPropertyTest {
    private static final List<String> PLACES = List.of("右肺上叶", "右肺下叶", "左肺下叶");

    /// A lesion as the test knows it; `sentence` is where its size was measured, `mark` null before that.
    private record Known(
            String place,
            String size,
            @Nullable AnnotationId mark,
            @Nullable SentenceId sentence) {}

    private record State(Report report, List<Known> lesions) {}

    private final ReportTemplate template = Lesions.template();
    private int marks;
    /// What the last act made of the lesions.
    private List<Known> next = List.of();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void everyMarkStaysWithTheLesionItMeasured(long seed) {
        Random random = new Random(seed);
        Deque<State> before = new ArrayDeque<>();
        Deque<ReportEdit> edits = new ArrayDeque<>();
        State state = new State(Lesions.blank(template), List.of(new Known("", "", null, null)));
        for (int step = 0; step < 80; step++) {
            int act = random.nextInt(8);
            if (act == 0 && !edits.isEmpty()) {
                Report undone = edits.pop().revert(state.report());
                state = before.pop();
                assertEquals(state.report(), undone, "seed " + seed + ", step " + step);
            } else {
                State from = state;
                ReportEdit edit = switch (act) {
                    case 1, 2 -> from.lesions().size() < 6 ? added(from) : chosen(from, random);
                    case 3 -> from.lesions().size() > 1 ? removed(from, random) : chosen(from, random);
                    case 4, 5, 6 -> measured(from, random);
                    default -> chosen(from, random);
                };
                before.push(from);
                edits.push(edit);
                state = new State(edit.apply(from.report()), next);
            }
            holds(state, "seed " + seed + ", step " + step);
        }
    }

    private ReportEdit added(State from) {
        next = new ArrayList<>(from.lesions());
        next.add(new Known("", "", null, null));
        return Lesions.adding(template, from.report()).change().edit();
    }

    private ReportEdit removed(State from, Random random) {
        int at = random.nextInt(from.lesions().size());
        next = new ArrayList<>(from.lesions());
        next.remove(at);
        return Lesions.removing(template, from.report(), keys(from.report()).get(at))
                .change()
                .edit();
    }

    private ReportEdit chosen(State from, Random random) {
        int at = random.nextInt(from.lesions().size());
        Known old = from.lesions().get(at);
        String place = PLACES.get(random.nextInt(PLACES.size()));
        next = new ArrayList<>(from.lesions());
        next.set(at, new Known(place, old.size(), old.mark(), old.sentence()));
        TemplateForm form = TemplateForm.of(template, from.report());
        String field = named("place", from.report(), at);
        return FormSections.change(from.report(), form, form.with(field, place), field)
                .edit();
    }

    private ReportEdit measured(State from, Random random) {
        int at = random.nextInt(from.lesions().size());
        Known old = from.lesions().get(at);
        String size = String.valueOf(1 + random.nextInt(60));
        AnnotationId mark = old.mark() == null ? new AnnotationId("mark-" + ++marks) : old.mark();
        TemplateForm form = TemplateForm.of(template, from.report());
        TemplateField field = Objects.requireNonNull(form.template().fields().get(named("size", from.report(), at)));
        EvidenceAnchor anchor = new EvidenceAnchor(
                SampleReports.ANCHOR.series(), SampleReports.ANCHOR.frame(), mark, SampleReports.ANCHOR.window());
        ReportEdit edit = MeasuredField.edit(
                from.report(),
                form,
                field,
                size,
                mark,
                new Measurement(Quantity.LENGTH, Double.parseDouble(size), "mm"),
                List.of(anchor));
        SentenceId sentence = edit.apply(from.report()).sentences().stream()
                .filter(one -> one.evidence().contains(anchor))
                .map(ReportSentence::id)
                .findFirst()
                .orElseThrow();
        next = new ArrayList<>(from.lesions());
        next.set(at, new Known(old.place(), size, mark, sentence));
        return edit;
    }

    private List<Integer> keys(Report report) {
        return TemplateForm.of(template, report).template().repeats().of(Lesions.group(template)).stream()
                .map(GroupInstance::key)
                .toList();
    }

    private String named(String own, Report report, int at) {
        return GroupInstance.named(own, keys(report).get(at));
    }

    private void holds(State state, String where) {
        Report report = state.report();
        TemplateForm form = TemplateForm.of(template, report);
        int many = state.lesions().size();
        assertEquals(many, keys(report).size(), where);
        List<ReportSentence> findings = report.section(SectionKind.FINDINGS).sentences();
        for (int at = 0; at < many; at++) {
            Known known = state.lesions().get(at);
            assertEquals(known.place(), form.value(named("place", report, at)), where);
            assertEquals(known.size(), form.value(named("size", report, at)), where);
            ReportSentence line = findings.get(1 + 2 * at);
            String lead = many == 1 ? "" : "结节" + (at + 1) + "：";
            String place = known.place().isEmpty() ? "【部位】" : known.place();
            String size = known.size().isEmpty() ? "【直径】 mm" : known.size() + " mm";
            boolean isLarge = !known.size().isEmpty() && Integer.parseInt(known.size()) >= 8;
            assertEquals(lead + "位于" + place + "，直径" + size + (isLarge ? "，偏大" : "") + "。", line.words(), where);
            if (known.mark() == null) {
                assertTrue(line.evidence().isEmpty() && line.measurements().isEmpty(), where);
            } else {
                assertEquals(known.sentence(), line.id(), where);
                assertEquals(
                        List.of(known.mark()),
                        line.evidence().stream().map(EvidenceAnchor::annotation).toList(),
                        where);
                assertEquals(
                        List.of(known.size() + " mm"),
                        line.measurements().stream()
                                .filter(bound -> bound.annotation().equals(known.mark()))
                                .map(BoundMeasurement::shown)
                                .toList(),
                        where);
            }
        }
    }
}
