package org.readingroom.services.remote.dicomweb;

import java.util.List;
import java.util.Optional;
import org.readingroom.services.archive.Archive;
import org.readingroom.services.archive.ArchiveException;
import org.readingroom.services.archive.ArchiveInstance;
import org.readingroom.services.archive.InstanceSink;
import org.readingroom.services.archive.StoreAnswer;
import org.readingroom.services.archive.StudyPage;
import org.readingroom.services.archive.StudyQuery;
import org.readingroom.services.remote.http.HttpFaultException;
import org.readingroom.services.remote.http.HttpLink;
import org.readingroom.viewer.model.Series;
import org.readingroom.viewer.model.SeriesUid;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;

/// An archive spoken to over DICOMweb.
public final class DicomWebArchive implements Archive {
    private final Qido qido;
    private final Wado wado;
    private final Thumbnails thumbnails;
    private final Stow stow;

    public DicomWebArchive(HttpLink link) {
        this(link, new TransferChoice());
    }

    DicomWebArchive(HttpLink link, TransferChoice choice) {
        this.qido = new Qido(link, new TraitProbe(link), choice);
        this.wado = new Wado(link, choice);
        this.thumbnails = new Thumbnails(link, qido);
        this.stow = new Stow(link, wado);
    }

    @Override
    public StudyPage studies(StudyQuery query, int offset, int limit, Progress progress) throws WorkstationException {
        return asking(() -> qido.studies(query, offset, limit, progress));
    }

    @Override
    public List<Series> series(StudyUid study, Progress progress) throws WorkstationException {
        return asking(() -> qido.series(study, progress));
    }

    @Override
    public List<ArchiveInstance> instances(StudyUid study, SeriesUid series, Progress progress)
            throws WorkstationException {
        return asking(() -> qido.instances(study, series, progress));
    }

    @Override
    public Optional<ArchiveInstance> first(StudyUid study, SeriesUid series, Progress progress)
            throws WorkstationException {
        return asking(() -> qido.first(study, series, progress));
    }

    @Override
    public void fetchSeries(StudyUid study, SeriesUid series, InstanceSink sink, Progress progress)
            throws WorkstationException {
        asking(() -> {
            wado.series(study, series, sink, progress);
            return true;
        });
    }

    @Override
    public byte[] fetch(StudyUid study, SeriesUid series, SopInstanceUid instance, Progress progress)
            throws WorkstationException {
        return asking(() -> wado.instance(study, series, instance, progress));
    }

    @Override
    public Optional<byte[]> thumbnail(StudyUid study, SeriesUid series) throws WorkstationException {
        return asking(() -> thumbnails.of(study, series));
    }

    /// Frames by number, counted from one, as the archive stores them.
    public List<byte[]> frames(StudyUid study, SeriesUid series, SopInstanceUid instance, List<Integer> numbers)
            throws WorkstationException {
        return asking(() -> wado.frames(study, series, instance, numbers));
    }

    /// Every attribute of every instance but the large ones.
    public List<JsonAttributes> metadata(StudyUid study, SeriesUid series) throws WorkstationException {
        return asking(() -> wado.metadata(study, series));
    }

    /// What [JsonAttributes#bulkDataUri] points to.
    public byte[] bulkData(String uri) throws WorkstationException {
        return asking(() -> wado.bulkData(uri));
    }

    @Override
    public StoreAnswer store(StudyUid study, List<byte[]> files, Progress progress) throws WorkstationException {
        return asking(() -> stow.store(study, files, progress));
    }

    private static <T> T asking(Question<T> question) throws WorkstationException {
        try {
            return question.ask();
        } catch (HttpFaultException e) {
            throw new ArchiveException(
                    e.fault(), e.answer(), e.retryAfter().orElse(null), String.valueOf(e.getMessage()), e);
        }
    }

    private interface Question<T> {
        T ask() throws WorkstationException;
    }
}
