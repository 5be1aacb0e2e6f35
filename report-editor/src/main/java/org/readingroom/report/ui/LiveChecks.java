package org.readingroom.report.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.readingroom.report.check.CheckContext;
import org.readingroom.report.check.CheckResult;
import org.readingroom.report.check.ReportChecks;
import org.readingroom.report.model.Report;

/// What the checks say of the report as it is now.
///
/// **Thread:** `fx`, or one test thread.
final class LiveChecks {
    private final ReportChecks checks;
    private final MeasurementSource measurements;
    private final ObservableList<CheckResult> results = FXCollections.observableArrayList();
    // Held here: a view of a list listens to it weakly, so one that nobody holds falls silent.
    private final ObservableList<CheckResult> view = FXCollections.unmodifiableObservableList(results);

    private final SignPort signing;

    LiveChecks(ReportChecks checks, MeasurementSource measurements, SignPort signing) {
        this.signing = signing;
        this.checks = checks;
        this.measurements = measurements;
    }

    ObservableList<CheckResult> results() {
        return view;
    }

    void look(Report report) {
        List<CheckResult> found = new ArrayList<>(signing.concerns(report));
        found.addAll(checks.check(new CheckContext(report, true, measurements::measured)));
        if (!found.equals(results)) {
            results.setAll(found);
        }
    }
}
