package org.readingroom.services.remote.http;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import org.readingroom.services.link.HttpServer;
import org.readingroom.services.link.LinkProbe;
import org.readingroom.services.link.LinkWitness;
import org.readingroom.services.link.ServerFault;
import org.readingroom.viewer.model.WorkstationException;

/// Asks a server over HTTP whether it is there: HEAD of its base.
///
/// Any answer of the server itself counts, also a 404; a gateway that says nobody is behind it does not.
// [impl->req~link.noticed~1]
public final class HttpProbe implements LinkProbe, AutoCloseable {
    private final HttpLink link;

    public HttpProbe(HttpServer server) {
        this.link = new HttpLink(server, LinkWitness.NONE, HttpTimes.PROBE);
    }

    @Override
    public Found ask(Duration within) {
        try {
            link.send(HttpRequest.of("HEAD", "").within(within));
            return Found.WELCOME;
        } catch (HttpFaultException e) {
            return switch (e.status()) {
                case 0 -> ofBroken(e.fault());
                case 502, 504 -> Found.lost(ServerFault.UNREACHABLE);
                case 401, 403, 407 -> Found.UNWELCOME;
                default -> Found.WELCOME;
            };
        } catch (CancellationException e) {
            return Found.lost(ServerFault.SILENT);
        } catch (WorkstationException e) {
            return Found.lost(ServerFault.UNREACHABLE);
        }
    }

    private static Found ofBroken(ServerFault fault) {
        return fault == ServerFault.SIGNED_OUT ? Found.UNWELCOME : Found.lost(fault);
    }

    @Override
    public void close() {
        link.close();
    }
}
