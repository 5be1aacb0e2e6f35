package org.readingroom.services.fetch;

import org.readingroom.services.audit.AuditTrail;
import org.readingroom.services.store.ExpectedStudies;
import org.readingroom.services.store.InstanceFiles;
import org.readingroom.services.store.StudyStore;

/// Where fetched instances are kept, and what is noted about them.
public record FetchStore(StudyStore studies, InstanceFiles files, ExpectedStudies expected, AuditTrail audit) {}
