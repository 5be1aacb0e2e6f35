package org.readingroom.services.dimse;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.link.DimseServer;
import org.readingroom.viewer.task.TaskRunner;

/// Who speaks with which archive and how; opens its associations.
record Link(Peer peer, AeTitle ours, DimseOptions options, TaskRunner runner) {
    /// chosen: the largest instance that is taken, such as a long enhanced multi-frame one.
    private static final int INSTANCE_BYTES = 1 << 30;

    /// **Errors:** as [DimseArchive#of].
    static Link of(DimseServer server, DimseOptions options, TaskRunner runner) throws DimseException {
        @Nullable SSLContext tls = server.trusted() == null ? null : TlsTrust.of(server.trusted());
        return new Link(
                Peer.of(server.aeTitle(), server.host(), server.port()),
                server.callingAe().isBlank() ? AeTitle.OURS : AeTitle.of(server.callingAe()),
                options.withTls(tls),
                runner);
    }

    boolean isEncrypted() {
        return options.tls() != null;
    }

    Association find() throws DimseException {
        return Association.request(peer, ours, List.of(QueryRetrieve.FIND), options, runner);
    }

    Association move() throws DimseException {
        return Association.request(peer, ours, List.of(QueryRetrieve.MOVE), options, runner);
    }

    /// `sopClasses` is what is to come, empty where that is not known.
    Association get(Collection<String> sopClasses, StorageProposals.Way way) throws DimseException {
        List<Proposal> proposals = new ArrayList<>();
        proposals.add(Proposal.of(QueryRetrieve.GET));
        proposals.addAll(StorageProposals.servedHere(sopClasses.isEmpty() ? StorageClasses.COMMON : sopClasses, way));
        return Association.propose(peer, ours, proposals, forInstances(), runner);
    }

    Association store(List<Proposal> proposals) throws DimseException {
        return Association.propose(peer, ours, proposals, options, runner);
    }

    StoreReceiver receiver(int port) {
        return new StoreReceiver(port, ours, peer.aeTitle(), forInstances(), runner);
    }

    private DimseOptions forInstances() {
        return options.withMessagesUpTo(INSTANCE_BYTES);
    }
}
