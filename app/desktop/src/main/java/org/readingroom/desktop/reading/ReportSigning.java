package org.readingroom.desktop.reading;

import java.util.Arrays;
import java.util.function.Consumer;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.Stage;
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
    private final BaseVersion base;
    private final Consumer<SignedReport> signed;

    /// `signed` is told after the editor was.
    ReportSigning(ReportService reports, TaskRunner runner, BaseVersion base, Consumer<SignedReport> signed) {
        this.reports = reports;
        this.runner = runner;
        this.base = base;
        this.signed = signed;
    }

    @Override
    public void sign(Report report, Stage stage, String reason, char[] password, Consumer<Outcome> answer) {
        int version = base.get();
        runner.start(
                Lane.IO,
                Priority.ON_SCREEN,
                () -> {
                    try {
                        return reports.sign(report, version, stage, reason, password);
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
