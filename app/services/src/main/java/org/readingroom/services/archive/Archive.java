package org.readingroom.services.archive;

import java.util.List;
import java.util.Optional;
import org.readingroom.viewer.model.Series;
import org.readingroom.viewer.model.SeriesUid;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;

/// The hospital's archive: asked for lists, for files, and given files.
///
/// **Thread:** any but `fx` and `gl`; blocks; an interrupt gives the request up.
/// **Errors:** [ArchiveException] says what kind of failure it was.
public interface Archive {
    /// Studies that match, from the `offset`-th on, at most `limit`. What the server sends without being asked
    /// for it, because it knows a filter not, is left out.
    StudyPage studies(StudyQuery query, int offset, int limit, Progress progress) throws WorkstationException;

    List<Series> series(StudyUid study, Progress progress) throws WorkstationException;

    /// By instance number.
    List<ArchiveInstance> instances(StudyUid study, SeriesUid series, Progress progress) throws WorkstationException;

    /// The instance numbered 1, from an archive that finds it much sooner than it lists the series; nothing where there
    /// is none, or it does not.
    default Optional<ArchiveInstance> first(StudyUid study, SeriesUid series, Progress progress)
            throws WorkstationException {
        return Optional.empty();
    }

    /// Every instance of a series, each handed over whole as soon as it is there, in the server's order.
    ///
    /// **Errors:** those of `sink` end the fetch; a stream cut short is an error, after what came whole.
    void fetchSeries(StudyUid study, SeriesUid series, InstanceSink sink, Progress progress)
            throws WorkstationException;

    /// One instance as a DICOM file.
    byte[] fetch(StudyUid study, SeriesUid series, SopInstanceUid instance, Progress progress)
            throws WorkstationException;

    /// A small JPEG or PNG of a series; nothing when the archive makes none.
    Optional<byte[]> thumbnail(StudyUid study, SeriesUid series) throws WorkstationException;

    /// Gives files of one study to the archive. An answer tells for every file whether the archive now holds these
    /// very bytes' content; what it says nothing of is not stored.
    StoreAnswer store(StudyUid study, List<byte[]> files, Progress progress) throws WorkstationException;
}
