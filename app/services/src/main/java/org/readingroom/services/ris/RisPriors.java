package org.readingroom.services.ris;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.readingroom.report.prior.OutsideReport;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;

/// The imaging reports that the hospital has of a patient, whoever wrote them.
///
/// **Thread:** any but `fx` and `gl`; blocks; an interrupt gives the request up.
/// **Errors:** [RisException] says what kind of failure it was.
@FunctionalInterface
public interface RisPriors {
    /// The newest reports that hold now; nothing when no patient there is surely this one. `known` is what
    /// was read before of an id: in the same version it is not asked for again.
    Optional<Found> of(Patient patient, Function<String, Optional<OutsideReport>> known, Progress progress)
            throws WorkstationException;

    /// `isWhole` is false when there is more than is told.
    record Found(List<OutsideReport> reports, boolean isWhole) {
        public Found {
            reports = List.copyOf(reports);
        }
    }
}
