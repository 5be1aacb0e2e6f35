package org.readingroom.desktop.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.readingroom.report.check.CheckResult;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.Stage;
import org.readingroom.report.ui.MissingImages;
import org.readingroom.report.ui.SignPort;
import org.readingroom.services.reading.ReportService;
import org.readingroom.services.reading.SigningRefusedException;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.TaskRunner;

/// Signs through the session: its rules, its key, its one transaction.
final class ReportSigning implements SignPort {
    private final ReportService reports;
    private final TaskRunner runner;
    private final ReportBase base;
    private final Consumer<SignedReport> signed;

    private final Supplier<Optional<MissingImages>> missing;
    private final List<Function<Report, List<CheckResult>>> concerns = new ArrayList<>();
    private final List<Supplier<String>> reminders = new ArrayList<>();

    /// `missing` says what is not here of the study; `signed` is told after the editor was.
    ReportSigning(
            ReportService reports,
            TaskRunner runner,
            ReportBase base,
            Supplier<Optional<MissingImages>> missing,
            Consumer<SignedReport> signed) {
        this.reports = reports;
        this.runner = runner;
        this.base = base;
        this.missing = missing;
        this.signed = signed;
    }

    void concernedBy(Function<Report, List<CheckResult>> others) {
        concerns.add(others);
    }

    @Override
    public List<CheckResult> concerns(Report report) {
        return concerns.stream().flatMap(each -> each.apply(report).stream()).toList();
    }

    void remindedBy(Supplier<String> others) {
        reminders.add(others);
    }

    @Override
    public List<String> reminders() {
        return reminders.stream()
                .map(Supplier::get)
                .filter(words -> !words.isBlank())
                .toList();
    }

    @Override
    public Optional<MissingImages> missing() {
        return missing.get();
    }

    @Override
    public void sign(Report report, Stage stage, String reason, char[] password, Consumer<Outcome> answer) {
        int version = base.version();
        String remark = missing.get()
                .map(images -> "incomplete " + images.here() + "/" + (images.total() == 0 ? "?" : images.total()))
                .orElse("");
        runner.start(
                Lane.IO,
                Priority.ON_SCREEN,
                () -> {
                    try {
                        return base.sign(from -> reports.sign(report, from, stage, reason, remark, password), version);
                    } finally {
                        Arrays.fill(password, '\0');
                    }
                },
                done -> {
                    base.signed(done.act().version());
                    answer.accept(new Outcome.Signed(done));
                    signed.accept(done);
                },
                fault -> answer.accept(
                        fault instanceof SigningRefusedException refused
                                ? new Outcome.Refused(refused.refusals())
                                : new Outcome.Failed(fault)));
    }
}
