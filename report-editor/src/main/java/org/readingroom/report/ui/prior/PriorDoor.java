package org.readingroom.report.ui.prior;

import java.util.function.Consumer;
import org.readingroom.report.model.Report;
import org.readingroom.report.prior.PriorReports;

/// Where earlier reports come from.
///
/// **Thread:** `fx`, the answer too, later.
public interface PriorDoor {
    /// Those of the patient of `report`; nothing is answered when they cannot be had, which is told elsewhere.
    void ask(Report report, Consumer<PriorReports> answer);
}
