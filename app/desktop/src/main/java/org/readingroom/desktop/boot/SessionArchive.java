package org.readingroom.desktop.boot;

import java.util.Optional;
import java.util.function.Consumer;
import org.readingroom.desktop.hospital.ArchiveDesk;
import org.readingroom.services.archive.Archive;
import org.readingroom.services.archive.StudyPage;
import org.readingroom.services.archive.StudyQuery;
import org.readingroom.services.audit.AuditEvent.Action;
import org.readingroom.services.audit.AuditEvent.Outcome;
import org.readingroom.services.audit.AuditTrail;
import org.readingroom.services.fetch.Readiness;
import org.readingroom.services.fetch.StudyFetcher;
import org.readingroom.services.home.Session;
import org.readingroom.services.link.Listening;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.Progress;

/// The archive of the session that is signed in; every look into it is in the audit trail.
// [impl->req~hospital.search~1]
record SessionArchive(Archive archive, StudyFetcher fetcher, AuditTrail audit) implements ArchiveDesk {
    /// Nothing where no archive is set.
    static Optional<ArchiveDesk> of(Session session) {
        return session.hospital()
                .archive()
                .flatMap(archive -> session.hospital()
                        .fetcher()
                        .map(fetcher -> new SessionArchive(archive, fetcher, session.audit())));
    }

    @Override
    public StudyPage find(StudyQuery query, int offset, int limit, Progress progress) throws WorkstationException {
        try {
            StudyPage page = archive.studies(query, offset, limit, progress);
            audit.append(
                    Action.EXECUTE,
                    "archive.search",
                    null,
                    Outcome.SUCCESS,
                    String.valueOf(page.studies().size()));
            return page;
        } catch (WorkstationException e) {
            audit.appendFailure(Action.EXECUTE, "archive.search", null, e);
            throw e;
        }
    }

    @Override
    public Readiness readiness(StudyUid study) {
        return fetcher.readiness(study);
    }

    @Override
    public void bring(StudyUid study) {
        fetcher.want(study, Priority.NEIGHBOUR);
    }

    @Override
    public void giveUp(StudyUid study) {
        fetcher.giveUp(study);
    }

    @Override
    public Listening onChange(Consumer<StudyUid> listener) {
        return fetcher.onChange(listener);
    }
}
