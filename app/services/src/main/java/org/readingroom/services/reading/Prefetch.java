package org.readingroom.services.reading;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.archive.Archive;
import org.readingroom.services.archive.ArchiveException;
import org.readingroom.services.archive.StudyQuery;
import org.readingroom.services.fetch.Readiness;
import org.readingroom.services.fetch.StudyFetcher;
import org.readingroom.services.link.ServerFault;
import org.readingroom.services.ris.Order;
import org.readingroom.services.ris.OrderState;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.Progress;

/// Brings here ahead of the reader what the list says will be read: the reader's own cases, then the room's, each with
/// its most useful priors.
///
/// **Thread:** any but `fx` and `gl`; blocks; one call at a time.
// [impl->req~fetch.ahead~1]
public final class Prefetch {
    /// chosen: a day's list of one room.
    private static final int MOST_CASES = 60;

    /// chosen: more than two are seldom looked at.
    private static final int MOST_PRIORS = 2;

    private static final int MOST_FOUND = 100;

    /// chosen: news of other orders within this time are no reason to ask for the same study again.
    private static final Duration AGAIN = Duration.ofMinutes(2);

    private final Archive archive;
    private final StudyFetcher fetcher;
    private final Predicate<Order> isMine;
    private final InstantSource clock;
    private final Map<String, Instant> asked = new HashMap<>();
    private final Set<StudyUid> priors = new HashSet<>();

    public Prefetch(Archive archive, StudyFetcher fetcher, Predicate<Order> isMine, InstantSource clock) {
        this.archive = archive;
        this.fetcher = fetcher;
        this.isMine = isMine;
        this.clock = clock;
    }

    /// Asks for what is not known to be whole of the studies of `orders`: what the archive does not have yet, or had
    /// only in part, is asked for the next time again.
    ///
    /// **Errors:** those of the archive; an order it failed for is asked for the next time, and keeps no other from
    /// being fetched while the link is there.
    public void plan(List<Order> orders) throws WorkstationException {
        List<Order> open = new ArrayList<>(orders.stream()
                .filter(order -> order.state() == OrderState.WAITING
                        || order.state() == OrderState.CLAIMED && isMine.test(order))
                .toList());
        open.sort(Comparator.comparingInt((Order order) -> isMine.test(order) ? 0 : 1)
                .thenComparing(Order::priority)
                .thenComparing(Order::requested, Comparator.nullsLast(Comparator.naturalOrder())));
        asked.keySet().retainAll(open.stream().map(Order::id).toList());
        Failures failures = new Failures();
        Map<Order, Study> cases = new LinkedHashMap<>();
        for (Order order : open.subList(0, Math.min(MOST_CASES, open.size()))) {
            if (isDue(order)) {
                failures.past(() -> find(order).ifPresent(study -> {
                    cases.put(order, study);
                    want(study);
                }));
            }
        }
        // priors behind all cases: they are of no use without them
        for (Map.Entry<Order, Study> one : cases.entrySet()) {
            failures.past(() -> {
                priors(one.getValue()).forEach(this::wantPrior);
                asked.put(one.getKey().id(), clock.instant());
            });
        }
        failures.tell();
    }

    private boolean isDue(Order order) {
        Instant last = asked.get(order.id());
        return last == null || Duration.between(last, clock.instant()).compareTo(AGAIN) >= 0;
    }

    /// What is whole is left in peace while the archive counts no more of it than is here.
    private void want(Study study) {
        Readiness now = fetcher.readiness(study.uid());
        if (!now.isWhole() || now.total() != study.instanceCount()) {
            fetcher.want(study.uid(), Priority.PREFETCH);
        }
    }

    /// A prior that had to leave the disk for others is not brought back again and again.
    private void wantPrior(Study prior) {
        boolean isFirst = priors.add(prior.uid());
        if (isFirst
                || fetcher.readiness(prior.uid()).here() > 0
                || fetcher.trouble(prior.uid()).isPresent()) {
            want(prior);
        }
    }

    private interface Asking {
        void ask() throws WorkstationException;
    }

    /// Goes on after what one study failed for; not when the link is gone, since each would wait for it.
    private static final class Failures {
        private @Nullable WorkstationException first;

        void past(Asking asking) throws WorkstationException {
            try {
                asking.ask();
            } catch (ArchiveException e) {
                if (e.fault().isLoss() || e.fault() == ServerFault.CUT) {
                    throw e;
                }
                first = first == null ? e : first;
            } catch (WorkstationException e) {
                first = first == null ? e : first;
            }
        }

        void tell() throws WorkstationException {
            if (first != null) {
                throw first;
            }
        }
    }

    private Optional<Study> find(Order order) throws WorkstationException {
        StudyUid uid = order.study();
        if (uid == null && order.accessionNumber().isBlank()) {
            return Optional.empty();
        }
        String id = order.patient().id().value();
        StudyQuery query = uid != null
                ? StudyQuery.ofStudy(uid)
                : new StudyQuery(id, "", order.accessionNumber(), null, null, List.of(), null);
        // a study under this number that is another patient's is not this order's
        return archive.studies(query, 0, 2, Progress.IGNORED).studies().stream()
                .filter(found -> uid == null || found.uid().equals(uid))
                .filter(found -> id.isBlank() || found.patient().id().value().equals(id))
                .findFirst();
    }

    private List<Study> priors(Study study) throws WorkstationException {
        String id = study.patient().id().value();
        if (id.isBlank()) {
            return List.of();
        }
        List<Study> all = archive.studies(StudyQuery.ofPatient(id), 0, MOST_FOUND, Progress.IGNORED)
                .studies();
        return PriorFinder.of(study, all).stream()
                .filter(PriorStudy::isPrior)
                .limit(MOST_PRIORS)
                .map(PriorStudy::study)
                .toList();
    }
}
