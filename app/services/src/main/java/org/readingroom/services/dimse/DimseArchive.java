package org.readingroom.services.dimse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.archive.Archive;
import org.readingroom.services.archive.ArchiveException;
import org.readingroom.services.archive.ArchiveInstance;
import org.readingroom.services.archive.InstanceSink;
import org.readingroom.services.archive.StoreAnswer;
import org.readingroom.services.archive.StudyPage;
import org.readingroom.services.archive.StudyQuery;
import org.readingroom.services.link.DimseServer;
import org.readingroom.services.link.LinkWitness;
import org.readingroom.services.link.ServerFault;
import org.readingroom.viewer.model.Series;
import org.readingroom.viewer.model.SeriesUid;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;
import org.readingroom.viewer.task.TaskRunner;

/// An archive spoken to over DIMSE: C-FIND for lists, C-GET or C-MOVE for files, C-STORE to give it files.
///
/// Files come by C-MOVE where the settings name a port to listen on and the connection is not encrypted, else by
/// C-GET: what is asked for over TLS does not come in the clear. One association for each request.
///
/// **Thread:** as [Archive], on a virtual one.
// [impl->req~dimse.archive~1]
public final class DimseArchive implements Archive {
    private final Link link;
    private final LinkWitness witness;
    private final SeenClasses classes = new SeenClasses();
    private final @Nullable StoreReceiver receiver;

    DimseArchive(Link link, int receiverPort, LinkWitness witness) {
        this.link = link;
        this.witness = witness;
        this.receiver = receiverPort == 0 || link.isEncrypted() ? null : link.receiver(receiverPort);
    }

    /// **Errors:** `services.dimse.ae-title`, `services.dimse.address`, `services.dimse.certificates` where the
    /// settings do not hold.
    public static DimseArchive of(DimseServer server, LinkWitness witness, TaskRunner runner)
            throws WorkstationException {
        return new DimseArchive(Link.of(server, DimseOptions.DEFAULT, runner), server.receiverPort(), witness);
    }

    private interface Work<T> {
        T run() throws WorkstationException;
    }

    private <T> T speak(Work<T> work) throws WorkstationException {
        if (!witness.isOpen()) {
            throw new ArchiveException(ServerFault.CUT, "the link is cut", null);
        }
        try {
            T result = work.run();
            witness.answered();
            return result;
        } catch (DimseException e) {
            throw DimseFaults.told(e, witness);
        }
    }

    @Override
    public StudyPage studies(StudyQuery query, int offset, int limit, Progress progress) throws WorkstationException {
        return speak(() -> {
            try (Association association = link.find()) {
                StudyPage page = new StudyFinder(association, progress).page(query, offset, limit);
                association.release();
                return page;
            }
        });
    }

    @Override
    public List<Series> series(StudyUid study, Progress progress) throws WorkstationException {
        return speak(() -> {
            try (Association association = link.find()) {
                List<Series> found = new StudyFinder(association, progress).series(study);
                association.release();
                return found;
            }
        });
    }

    @Override
    public List<ArchiveInstance> instances(StudyUid study, SeriesUid series, Progress progress)
            throws WorkstationException {
        return speak(() -> list(study, series, progress));
    }

    private List<ArchiveInstance> list(StudyUid study, SeriesUid series, Progress progress) throws DimseException {
        List<ArchiveInstance> found = new ArrayList<>();
        try (Association association = link.find()) {
            new Finder(association)
                    .find(
                            QueryKeys.instances(study, series),
                            match -> {
                                QueryAnswers.instance(match, study, series).ifPresent(found::add);
                                return true;
                            },
                            progress);
            association.release();
        }
        found.sort(Comparator.comparingInt(ArchiveInstance::number));
        classes.seen(series, found);
        return List.copyOf(found);
    }

    @Override
    public void fetchSeries(StudyUid study, SeriesUid series, InstanceSink sink, Progress progress)
            throws WorkstationException {
        speak(() -> {
            retrieve(new Wanted(study, series, null, sink), series, study, progress);
            return true;
        });
    }

    @Override
    public byte[] fetch(StudyUid study, SeriesUid series, SopInstanceUid instance, Progress progress)
            throws WorkstationException {
        return speak(() -> one(study, series, instance, progress));
    }

    private byte[] one(StudyUid study, SeriesUid series, SopInstanceUid instance, Progress progress)
            throws WorkstationException {
        List<byte[]> files = new ArrayList<>();
        retrieve(new Wanted(study, series, instance, files::add), series, study, progress);
        if (files.isEmpty()) {
            throw new ArchiveException(ServerFault.MISSING, "nothing came", null);
        }
        return files.getFirst();
    }

    private void retrieve(Wanted wanted, SeriesUid series, StudyUid study, Progress progress)
            throws WorkstationException {
        StoreReceiver listening = receiver;
        if (listening != null) {
            Tries.move(link, listening, wanted, progress);
            return;
        }
        Set<String> known = classes.of(series);
        if (known.isEmpty()) {
            list(study, series, progress);
            known = classes.of(series);
        }
        Tries.get(link, known, wanted, progress);
    }

    /// None: DIMSE has no small pictures.
    @Override
    public Optional<byte[]> thumbnail(StudyUid study, SeriesUid series) {
        return Optional.empty();
    }

    @Override
    public StoreAnswer store(StudyUid study, List<byte[]> files, Progress progress) throws WorkstationException {
        return speak(() -> new Storing(link, this::list, this::one).store(study, files, progress));
    }
}
