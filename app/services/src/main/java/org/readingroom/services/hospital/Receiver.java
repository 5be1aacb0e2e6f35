package org.readingroom.services.hospital;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.archive.Archive;
import org.readingroom.services.link.DimseServer;
import org.readingroom.services.link.HttpServer;
import org.readingroom.services.link.LinkWitness;
import org.readingroom.services.link.Servers;
import org.readingroom.viewer.model.WorkstationException;

/// A server that takes studies. `address` is for the person who chooses; it names nobody and holds no secret.
public record Receiver(ServerPlace place, String address, Archive archive) {
    /// All that are set, the archive of the session first. A second one does not tell how the link to the first stands,
    /// but a drill cuts it too.
    static List<Receiver> of(Clients clients, Servers servers, @Nullable Archive archive, LinkWitness watched)
            throws WorkstationException {
        List<Receiver> all = new ArrayList<>();
        HttpServer web = servers.dicomWeb();
        DimseServer dimse = servers.dimse();
        if (archive != null) {
            all.add(
                    web == null && dimse != null
                            ? new Receiver(ServerPlace.DIMSE, address(dimse), archive)
                            : new Receiver(ServerPlace.DICOM_WEB, web == null ? "" : address(web.base()), archive));
        }
        if (web != null && dimse != null) {
            clients.archive(new Servers(null, dimse, null, null), quiet(watched))
                    .ifPresent(second -> all.add(new Receiver(ServerPlace.DIMSE, address(dimse), second)));
        }
        return List.copyOf(all);
    }

    private static String address(URI base) {
        String port = base.getPort() < 0 ? "" : ":" + base.getPort();
        return base.getHost() + port + base.getPath();
    }

    private static String address(DimseServer server) {
        return server.aeTitle() + "@" + server.host() + ":" + server.port();
    }

    private static LinkWitness quiet(LinkWitness watched) {
        return new LinkWitness() {
            @Override
            public boolean isOpen() {
                return watched.isOpen();
            }

            @Override
            public void answered() {}

            @Override
            public void unreachable(String messageKey) {}
        };
    }
}
