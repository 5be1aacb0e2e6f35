package org.readingroom.services.fetch;

import org.readingroom.services.audit.AuditTrail;
import org.readingroom.services.seal.Seal;
import org.readingroom.services.store.CachedStudies;
import org.readingroom.services.store.Database;
import org.readingroom.services.store.ExpectedStudies;
import org.readingroom.services.store.InstanceFiles;
import org.readingroom.services.store.StudyStore;

/// Where fetched instances are kept, and what is noted about them.
public record FetchStore(
        StudyStore studies, InstanceFiles files, ExpectedStudies expected, CachedStudies cached, AuditTrail audit) {
    public static FetchStore of(Database index, Seal seal, StudyStore studies, InstanceFiles files, AuditTrail audit) {
        ExpectedStudies expected = new ExpectedStudies(index, seal);
        return new FetchStore(
                studies, files, expected, new CachedStudies(index, seal, studies, files, expected), audit);
    }
}
