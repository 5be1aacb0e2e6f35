package org.readingroom.services.fetch;

import java.util.Optional;
import java.util.Set;
import org.readingroom.services.store.ExpectedSeries;
import org.readingroom.services.store.ExpectedStudy;
import org.readingroom.viewer.model.Series;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes down what the archive has of one study and how much of it is here, and knows what an earlier fetch wrote.
///
/// **Thread:** any but `fx` and `gl`; blocks.
// [impl->req~fetch.expected~1]
final class FetchRecord {
    private static final Logger LOG = LoggerFactory.getLogger(FetchRecord.class);

    private static final long SAVED_EVERY_NANOS = 500_000_000;

    private final FetchStore store;
    private final StudyUid study;
    private final FetchPlan plan;
    private volatile long savedNanos;
    private boolean isRecalled;

    FetchRecord(FetchStore store, StudyUid study, FetchPlan plan) {
        this.store = store;
        this.study = study;
        this.plan = plan;
    }

    synchronized void save(String patientId, boolean isWanted) throws WorkstationException {
        store.expected().save(plan.expected(patientId), plan.here(), isWanted);
        savedNanos = System.nanoTime();
    }

    /// Lists are written now and then while they come, since a long one takes its time to seal.
    boolean isDue() {
        return plan.isFresh() || System.nanoTime() - savedNanos > SAVED_EVERY_NANOS;
    }

    /// Once, gives the plan, which has its series but no list yet, what an earlier fetch knew and what is here: a study
    /// that
    /// was whole stays so when the link dies before its lists have come anew.
    synchronized void recall() throws WorkstationException {
        if (isRecalled) {
            return;
        }
        Optional<ExpectedStudy> before = before();
        for (SeriesFetch one : plan.all()) {
            Series now = one.series();
            Set<SopInstanceUid> held = store.held(now.uid());
            Optional<ExpectedSeries> known = before.flatMap(each -> each.of(now.uid()))
                    .filter(each -> each.isListed() && !isOutdated(each, now));
            plan.change(one, each -> each.recall(known, held));
        }
        isRecalled = true;
    }

    /// Whether the archive says in passing that it has more by now.
    private static boolean isOutdated(ExpectedSeries before, Series now) {
        return now.instanceCount() > Math.max(before.count(), before.series().instanceCount());
    }

    private Optional<ExpectedStudy> before() {
        try {
            return store.expected().of(study);
        } catch (WorkstationException e) {
            // it is written anew
            LOG.warn("what a study should have cannot be read: {}", e.getMessage());
            return Optional.empty();
        }
    }
}
