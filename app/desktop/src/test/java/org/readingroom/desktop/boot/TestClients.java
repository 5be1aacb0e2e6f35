package org.readingroom.desktop.boot;

import java.util.Optional;
import org.readingroom.services.archive.Archive;
import org.readingroom.services.hospital.Clients;
import org.readingroom.services.link.LinkProbe;
import org.readingroom.services.link.LinkWitness;
import org.readingroom.services.link.Servers;
import org.readingroom.services.ris.RisWorklist;
import org.readingroom.services.testing.TestArchive;
import org.readingroom.services.testing.TestRis;

/// A hospital in memory: its archive and its RIS, which are there as long as the RIS is not told to fail.
record TestClients(TestArchive archive, TestRis ris) implements Clients {
    @Override
    public Optional<Archive> archive(Servers servers, LinkWitness witness) {
        return Optional.of(archive);
    }

    @Override
    public Optional<RisWorklist> risWorklist(Servers servers, LinkWitness witness) {
        return Optional.of(ris);
    }

    @Override
    public Optional<LinkProbe> pacsProbe(Servers servers) {
        return Optional.of(within -> LinkProbe.Found.WELCOME);
    }

    @Override
    public Optional<LinkProbe> risProbe(Servers servers) {
        return Optional.of(within -> ris.fault().map(LinkProbe.Found::lost).orElse(LinkProbe.Found.WELCOME));
    }

    @Override
    public void close() {}
}
