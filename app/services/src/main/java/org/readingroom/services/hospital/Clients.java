package org.readingroom.services.hospital;

import java.util.Optional;
import org.readingroom.services.archive.Archive;
import org.readingroom.services.link.LinkProbe;
import org.readingroom.services.link.LinkWitness;
import org.readingroom.services.link.Servers;
import org.readingroom.services.ris.RisPriors;
import org.readingroom.services.ris.RisReports;
import org.readingroom.services.ris.RisWorklist;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.TaskRunner;

/// Makes the clients of the hospital's servers; tests bring their own.
///
/// Each makes nothing where no such server is set.
public interface Clients extends AutoCloseable {
    Optional<Archive> archive(Servers servers, LinkWitness witness) throws WorkstationException;

    Optional<RisWorklist> risWorklist(Servers servers, LinkWitness witness) throws WorkstationException;

    default Optional<RisReports> risReports(Servers servers, LinkWitness witness) throws WorkstationException {
        return Optional.empty();
    }

    /// What the hospital reported of a patient before.
    default Optional<RisPriors> risPriors(Servers servers, LinkWitness witness) throws WorkstationException {
        return Optional.empty();
    }

    Optional<LinkProbe> pacsProbe(Servers servers) throws WorkstationException;

    Optional<LinkProbe> risProbe(Servers servers) throws WorkstationException;

    /// Gives connections back.
    @Override
    void close();

    /// Makes [Clients] for one session.
    @FunctionalInterface
    interface Maker {
        Clients make(TaskRunner runner);
    }
}
