package org.readingroom.services.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.readingroom.services.archive.Archive;
import org.readingroom.services.archive.StudyQuery;
import org.readingroom.services.fetch.StudyFetcher;
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

    private final Archive archive;
    private final StudyFetcher fetcher;
    private final Predicate<Order> isMine;
    private final Set<String> planned = new HashSet<>();

    public Prefetch(Archive archive, StudyFetcher fetcher, Predicate<Order> isMine) {
        this.archive = archive;
        this.fetcher = fetcher;
        this.isMine = isMine;
    }

    /// Asks for what is new among `orders`. What the archive does not have yet is asked for the next time.
    ///
    /// **Errors:** those of the archive; what was planned before stays planned.
    public void plan(List<Order> orders) throws WorkstationException {
        List<Order> open = new ArrayList<>(orders.stream()
                .filter(order -> order.state() == OrderState.WAITING
                        || order.state() == OrderState.CLAIMED && isMine.test(order))
                .toList());
        open.sort(Comparator.comparingInt((Order order) -> isMine.test(order) ? 0 : 1)
                .thenComparing(Order::priority)
                .thenComparing(Order::requested, Comparator.nullsLast(Comparator.naturalOrder())));
        List<Study> cases = new ArrayList<>();
        for (Order order : open.subList(0, Math.min(MOST_CASES, open.size()))) {
            if (!planned.contains(order.id())) {
                Optional<Study> study = find(order);
                if (study.isPresent()) {
                    fetcher.want(study.get().uid(), Priority.PREFETCH);
                    cases.add(study.get());
                    planned.add(order.id());
                }
            }
        }
        // priors behind all cases: they are of no use without them
        for (Study study : cases) {
            for (StudyUid prior : priors(study)) {
                fetcher.want(prior, Priority.PREFETCH);
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

    private List<StudyUid> priors(Study study) throws WorkstationException {
        String id = study.patient().id().value();
        if (id.isBlank()) {
            return List.of();
        }
        List<Study> all = archive.studies(StudyQuery.ofPatient(id), 0, MOST_FOUND, Progress.IGNORED)
                .studies();
        return PriorFinder.of(study, all).stream()
                .filter(PriorStudy::isPrior)
                .limit(MOST_PRIORS)
                .map(prior -> prior.study().uid())
                .toList();
    }
}
