package org.readingroom.services.fetch;

import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import org.readingroom.services.audit.AuditTrail;
import org.readingroom.services.seal.Seal;
import org.readingroom.services.store.ArchiveStudies;
import org.readingroom.services.store.CachedStudies;
import org.readingroom.services.store.Database;
import org.readingroom.services.store.ExpectedStudies;
import org.readingroom.services.store.InstanceFiles;
import org.readingroom.services.store.StoredInstance;
import org.readingroom.services.store.StudyStore;
import org.readingroom.viewer.model.SeriesUid;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.WorkstationException;

/// Where fetched instances are kept, and what is noted about them.
public record FetchStore(
        StudyStore studies, InstanceFiles files, ExpectedStudies expected, CachedStudies cached, AuditTrail audit) {
    /// `archived` tells what came from an archive, also of an index that was made anew.
    public static FetchStore of(
            Database index,
            Seal seal,
            StudyStore studies,
            InstanceFiles files,
            AuditTrail audit,
            ArchiveStudies archived,
            InstantSource clock)
            throws WorkstationException {
        ExpectedStudies expected = new ExpectedStudies(index, seal, archived, clock);
        expected.bringBack(studies);
        return new FetchStore(
                studies, files, expected, new CachedStudies(index, seal, studies, files, expected), audit);
    }

    /// What of a series is here: in the index, and as a file.
    Set<SopInstanceUid> held(SeriesUid series) throws WorkstationException {
        Set<SopInstanceUid> held = new HashSet<>();
        for (StoredInstance instance : studies.instances(series)) {
            if (files.exists(instance.uid())) {
                held.add(instance.uid());
            }
        }
        return held;
    }
}
