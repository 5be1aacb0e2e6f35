package org.readingroom.desktop.boot;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.fx.StatusViewModel.Tone;
import org.readingroom.desktop.reading.OpenedReport;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.task.Handle;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks the RIS for the earlier reports of the patient whose report is opened. Nobody waits for it; another
/// case gives the question up.
///
/// **Thread:** FX.
// [impl->req~report.outside.opened~1]
final class OutsidePlace {
    private static final Logger LOG = LoggerFactory.getLogger(OutsidePlace.class);
    /// What must not be pushed aside in the status line.
    private static final Set<Tone> HEAVIER = Set.of(Tone.ATTENTION, Tone.CRITICAL);

    private final Surroundings around;
    private @Nullable Handle asking;

    OutsidePlace(ReportingParts parts) {
        this.around = parts.around();
        parts.read().reportProperty().subscribe(this::opened);
    }

    private void opened(@Nullable OpenedReport report) {
        if (asking != null) {
            asking.cancel();
            asking = null;
        }
        if (report != null) {
            Patient patient = report.model().report().study().patient();
            asking = around.lanes()
                    .start(
                            Lane.IO,
                            Priority.NEIGHBOUR,
                            () -> {
                                around.session().hospital().outside().ask(patient, Progress.IGNORED);
                                return true;
                            },
                            done -> asking = null,
                            this::told);
        }
    }

    /// The sign of the link says that it is gone; this says what is missing for it.
    private void told(Exception fault) {
        asking = null;
        LOG.info("earlier reports were not asked for: {}", fault.getMessage());
        boolean isFree = around.status().messageProperty().get().isEmpty()
                || !HEAVIER.contains(around.status().toneProperty().get());
        if (isFree) {
            around.status()
                    .say(
                            Tone.PLAIN,
                            around.words()
                                    .get(
                                            "desktop.outside.not-asked",
                                            around.words().about(fault)));
        }
    }
}
