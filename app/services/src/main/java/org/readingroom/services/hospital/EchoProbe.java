package org.readingroom.services.hospital;

import java.time.Duration;
import org.readingroom.services.dimse.AeTitle;
import org.readingroom.services.dimse.DimseException;
import org.readingroom.services.dimse.DimseOptions;
import org.readingroom.services.dimse.Echo;
import org.readingroom.services.dimse.Peer;
import org.readingroom.services.dimse.TlsTrust;
import org.readingroom.services.link.DimseServer;
import org.readingroom.services.link.LinkProbe;
import org.readingroom.services.link.ServerFault;
import org.readingroom.viewer.task.TaskRunner;

/// Asks an archive over DIMSE whether it is there: C-ECHO.
final class EchoProbe implements LinkProbe {
    private final DimseServer server;
    private final DimseOptions options;
    private final TaskRunner runner;

    EchoProbe(DimseServer server, TaskRunner runner) throws DimseException {
        this.server = server;
        this.runner = runner;
        this.options = server.trusted() == null
                ? DimseOptions.DEFAULT
                : DimseOptions.DEFAULT.withTls(TlsTrust.of(server.trusted()));
    }

    @Override
    public Found ask(Duration within) {
        try {
            Peer peer = new Peer(new AeTitle(server.aeTitle()), server.host(), server.port());
            Echo.ask(peer, new AeTitle(server.callingAe()), options.within(within), runner);
            return Found.WELCOME;
        } catch (DimseException e) {
            return isRefusal(e) ? Found.UNWELCOME : Found.lost(ServerFault.UNREACHABLE);
        }
    }

    /// Whoever rejects an association is there.
    private static boolean isRefusal(DimseException e) {
        return e.messageKey().contains(".rejected.") || e.messageKey().equals("services.dimse.no-service");
    }
}
