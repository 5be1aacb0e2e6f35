package org.readingroom.services.dimse;

import java.time.Duration;
import java.util.List;
import org.readingroom.viewer.task.TaskRunner;

/// Asks another DICOM program whether it is there and knows us: C-ECHO.
///
/// **Thread:** as [Association].
// [impl->req~dimse.echo~1]
public final class Echo {
    private Echo() {}

    /// Returns how long asking, answering and parting took.
    ///
    /// **Errors:** as [Association] and [DimseClient]; `services.dimse.no-service`.
    public static Duration ask(Peer peer, AeTitle callingAe, DimseOptions options, TaskRunner runner)
            throws DimseException {
        long begun = System.nanoTime();
        try (Association association =
                Association.request(peer, callingAe, List.of(DimseClient.VERIFICATION), options, runner)) {
            Association.Context context = association
                    .context(DimseClient.VERIFICATION)
                    .orElseThrow(() -> new DimseException(
                            "services.dimse.no-service",
                            List.of(peer.aeTitle().value(), "Verification"),
                            "no context for Verification"));
            new DimseClient(association, context, report -> {}).echo();
            association.release();
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
