package org.readingroom.services.store;

import java.util.List;
import org.readingroom.viewer.model.Series;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Goes through the whole index behind the work of a session: whether every row opens and none is missing.
///
/// What SQLite's own check at the start does not see is a changed byte inside a sealed row or a key. An index that is
/// not sound is made anew from the files at the next start.
///
/// **Thread:** io; long. One study after the other, so that nobody waits for it.
// [impl->req~store.index-audited~1]
// [impl->req~guarantee.damaged~1]
public final class IndexAudit {
    private static final Logger LOG = LoggerFactory.getLogger(IndexAudit.class);

    private IndexAudit() {}

    /// Whether an earlier session has found it damaged.
    public static boolean isMarked(Database index) throws WorkstationException {
        return index.read(IndexTable::isDamaged);
    }

    /// Looks and tells nobody but the log.
    public static void run(StudyStore studies, Database index) {
        try {
            isSound(studies, index, Progress.IGNORED);
        } catch (WorkstationException | RuntimeException e) {
            // The session has ended under it; the next one looks again.
            LOG.debug("the index was not looked through: {}", e.getClass().getSimpleName());
        }
    }

    /// True when all of it is sound.
    public static boolean isSound(StudyStore studies, Database index, Progress progress) throws WorkstationException {
        List<Study> all = studies.studies();
        int done = 0;
        for (Study study : all) {
            if (progress.isCancelled()) {
                return true;
            }
            if (!isSound(studies, study) && !isSoundNow(studies, study)) {
                LOG.warn("the index is damaged; it is made anew at the next start");
                index.write(t -> {
                    IndexTable.markDamaged(t);
                    return true;
                });
                return false;
            }
            progress.at(++done, all.size());
        }
        return true;
    }

    /// Once more, as it is now: images may have come in between.
    private static boolean isSoundNow(StudyStore studies, Study study) {
        return studies.study(study.uid()).map(now -> isSound(studies, now)).orElse(true);
    }

    private static boolean isSound(StudyStore studies, Study study) {
        int instances = 0;
        try {
            for (Series series : studies.series(study.uid())) {
                instances += studies.instances(series.uid()).size();
            }
        } catch (WorkstationException e) {
            return false;
        }
        return instances >= study.instanceCount();
    }
}
