package org.readingroom.report.ui;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.check.CheckRules;
import org.readingroom.report.check.ReportChecks;
import org.readingroom.report.model.Author;
import org.readingroom.report.model.EvidenceAnchor;
import org.readingroom.report.model.Finding;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.Side;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.SigningAct;
import org.readingroom.report.model.Stage;
import org.readingroom.report.template.TemplateLibrary;
import org.readingroom.report.testing.SampleReports;
import org.readingroom.report.workflow.SigningRules;
import org.readingroom.viewer.annotation.AnnotationId;
import org.readingroom.viewer.annotation.Measured;
import org.readingroom.viewer.annotation.Measurement;
import org.readingroom.viewer.task.Handle;

/// The rest of the program as the editor sees it, moved by hand: a clock, a saver, marks, a signer.
final class EditorBench {
    final List<Report> saves = new ArrayList<>();
    final List<EvidenceAnchor> shown = new ArrayList<>();
    final Map<AnnotationId, Measured> marks = new HashMap<>();
    final SigningRules rules = SigningRules.shipped();
    Optional<Finding> current = Optional.empty();
    boolean saverFails;
    boolean saverStalls;
    boolean saverKeepsLate;
    final List<Report> late = new ArrayList<>();

    @Nullable
    Runnable stalled;

    SignPort.@Nullable Outcome nextOutcome;
    Instant now = SampleReports.NOW;
    Optional<MissingImages> missing = Optional.empty();
    List<String> reminders = List.of();
    private final List<Timer> timers = new ArrayList<>();

    private static final class Timer {
        final Instant due;
        final Runnable action;

        Timer(Instant due, Runnable action) {
            this.due = due;
            this.action = action;
        }
    }

    ReportEditorViewModel model(Report report, Author author, SignedReport... versions) {
        return new ReportEditorViewModel(
                report,
                List.of(versions),
                author,
                rules,
                new ReportChecks(CheckRules.shipped()),
                TemplateLibrary.shipped(),
                new ReportPorts(
                        new Saver(),
                        new Signer(),
                        new Marks(),
                        shown::add,
                        this::after,
                        () -> now,
                        ZoneId.of("Asia/Shanghai")));
    }

    /// Lets `duration` pass; what falls due runs in order.
    void pass(Duration duration) {
        Instant end = now.plus(duration);
        while (true) {
            Timer next = timers.stream()
                    .filter(timer -> !timer.due.isAfter(end))
                    .min((a, b) -> a.due.compareTo(b.due))
                    .orElse(null);
            if (next == null) {
                break;
            }
            timers.remove(next);
            now = next.due;
            next.action.run();
        }
        now = end;
    }

    /// Letter by letter into the findings, with `gap` after each.
    void typeSlowly(ReportEditorViewModel model, String text, Duration gap) {
        for (int i = 1; i <= text.length(); i++) {
            model.type(SectionKind.FINDINGS, text.substring(0, i));
            pass(gap);
        }
    }

    void measure(double lengthMm) {
        Measured measured = new Measured(
                SampleReports.MARK, List.of(new Measurement(Measurement.Quantity.LENGTH, lengthMm, "mm")), List.of());
        marks.put(SampleReports.MARK, measured);
        current = Optional.of(new Finding(null, null, Side.NONE, List.of(measured), List.of(SampleReports.ANCHOR)));
    }

    SignedReport signed(Report report, Stage stage, Author author, int version) {
        return new SignedReport(
                report,
                new SigningAct(stage, author, version, version == 1 ? "" : "ab", now, "", rules.version()),
                new byte[0],
                "ab",
                new byte[0]);
    }

    private final class Saver implements DraftSaver {
        @Override
        public void save(Report draft, Consumer<Instant> saved, Consumer<Exception> failed) {
            if (saverKeepsLate) {
                late.add(draft);
                failed.accept(new IllegalArgumentException("late"));
                return;
            }
            if (saverFails) {
                failed.accept(new IllegalStateException("disk full"));
                return;
            }
            saves.add(draft);
            if (saverStalls) {
                stalled = () -> saved.accept(now);
            } else {
                saved.accept(now);
            }
        }

        @Override
        public boolean isKept(Exception fault) {
            return fault instanceof IllegalArgumentException;
        }
    }

    private void sign(Report report, Stage stage, String reason, char[] password, Consumer<SignPort.Outcome> answer) {
        SignPort.Outcome outcome = nextOutcome;
        java.util.Arrays.fill(password, '\0');
        answer.accept(
                outcome != null
                        ? outcome
                        : new SignPort.Outcome.Signed(signed(report, stage, SampleReports.radiologist(), 1)));
    }

    private Handle after(Duration duration, Runnable action) {
        Timer timer = new Timer(now.plus(duration), action);
        timers.add(timer);
        return () -> timers.remove(timer);
    }

    private final class Signer implements SignPort {
        @Override
        public void sign(Report report, Stage stage, String reason, char[] password, Consumer<Outcome> answer) {
            EditorBench.this.sign(report, stage, reason, password, answer);
        }

        @Override
        public Optional<MissingImages> missing() {
            return missing;
        }

        @Override
        public List<String> reminders() {
            return reminders;
        }
    }

    private final class Marks implements MeasurementSource {
        @Override
        public Optional<Finding> current() {
            return current;
        }

        @Override
        public Optional<Measured> measured(AnnotationId annotation) {
            return Optional.ofNullable(marks.get(annotation));
        }
    }
}
