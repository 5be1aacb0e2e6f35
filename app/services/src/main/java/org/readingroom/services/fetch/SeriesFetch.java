package org.readingroom.services.fetch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.archive.ArchiveInstance;
import org.readingroom.services.store.ExpectedSeries;
import org.readingroom.viewer.model.Series;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.volume.LoadOrder;

/// What of one series is here, what is under way, and what to ask for next.
///
/// **Thread:** guarded by its study.
// [impl->req~fetch.order~1]
final class SeriesFetch {
    /// chosen: a file that came wrong three times will not come right.
    private static final int MOST_TRIES = 3;

    /// chosen: the first pictures come one by one, since a whole series comes in the server's order.
    private static final int HEAD = 3;

    /// chosen: below this a whole series saves nothing.
    private static final int FEWEST_WHOLE = 12;

    private final Series series;
    private Map<SopInstanceUid, ArchiveInstance> listed = Map.of();
    private final Deque<ArchiveInstance> queue = new ArrayDeque<>();
    private final Set<SopInstanceUid> here = new HashSet<>();
    private final Map<SopInstanceUid, Integer> tries = new HashMap<>();
    private final Set<SopInstanceUid> refused = new HashSet<>();
    private boolean isListed;
    private boolean isListing;
    private boolean needsList = true;
    private boolean isStreaming;
    private boolean wasStreamed;
    private int heads;
    private final Set<SopInstanceUid> headsOut = new HashSet<>();
    private final Set<SopInstanceUid> arrivedUnlisted = new HashSet<>();
    private @Nullable SopInstanceUid ahead;

    SeriesFetch(Series series) {
        this.series = series;
    }

    Series series() {
        return series;
    }

    boolean wantsList() {
        return needsList && !isListing;
    }

    /// The archive may have more by now.
    void relist() {
        needsList = true;
    }

    void listing() {
        isListing = true;
        arrivedUnlisted.clear();
    }

    boolean isListing() {
        return isListing;
    }

    /// One that is asked for before the list has come.
    void ahead(SopInstanceUid uid) {
        ahead = uid;
    }

    /// It came, or did not; then the list brings it.
    void aheadEnded() {
        ArchiveInstance instance = ahead == null ? null : listed.get(ahead);
        ahead = null;
        if (instance != null && !here.contains(instance.uid()) && !queue.contains(instance)) {
            queue.addFirst(instance);
        }
    }

    void notListed() {
        isListing = false;
    }

    /// What an earlier fetch knew, until the list comes anew; `known` is empty where it had none that still holds.
    void recall(Optional<ExpectedSeries> known, Set<SopInstanceUid> held) {
        here.addAll(held);
        known.ifPresent(series -> {
            listed = byUid(series.instances());
            here.retainAll(listed.keySet());
            isListed = true;
        });
    }

    private static Map<SopInstanceUid, ArchiveInstance> byUid(List<ArchiveInstance> all) {
        Map<SopInstanceUid, ArchiveInstance> byUid = new LinkedHashMap<>();
        all.forEach(instance -> byUid.put(instance.uid(), instance));
        return byUid;
    }

    /// What the archive has, by instance number, and which of it is here.
    void listed(List<ArchiveInstance> all, Set<SopInstanceUid> held) {
        isListing = false;
        needsList = false;
        isListed = true;
        listed = byUid(all);
        here.clear();
        here.addAll(held);
        here.addAll(arrivedUnlisted);
        here.retainAll(listed.keySet());
        queue.clear();
        List<ArchiveInstance> order = new ArrayList<>(listed.values());
        for (int at : LoadOrder.of(order.size())) {
            SopInstanceUid uid = order.get(at).uid();
            if (!here.contains(uid) && !refused.contains(uid) && !uid.equals(ahead)) {
                queue.add(order.get(at));
            }
        }
        headsOut.clear();
        boolean isFresh = arrivedUnlisted.containsAll(here);
        int before = here.size() + (ahead == null ? 0 : 1);
        heads = isFresh ? Math.clamp(HEAD - before, 0, queue.size()) : 0;
    }

    /// Whether its list is that of this round.
    boolean isFresh() {
        return isListed && !needsList;
    }

    boolean isListed() {
        return isListed;
    }

    List<ArchiveInstance> instances() {
        return List.copyOf(listed.values());
    }

    Optional<ArchiveInstance> instance(SopInstanceUid uid) {
        return Optional.ofNullable(listed.get(uid));
    }

    boolean hasHead() {
        return heads > 0 && !queue.isEmpty();
    }

    /// Whether one of the first pictures is still on its way.
    boolean isHeadOut() {
        return !headsOut.isEmpty();
    }

    boolean hasMore() {
        return !queue.isEmpty() && !isStreaming;
    }

    /// Whether the rest is better asked for as a whole: most of it is missing, and it was not tried already.
    boolean isBetterWhole() {
        return !wasStreamed && queue.size() >= FEWEST_WHOLE && 2 * queue.size() > listed.size();
    }

    @Nullable
    ArchiveInstance next() {
        ArchiveInstance instance = queue.poll();
        if (heads > 0 && instance != null) {
            headsOut.add(instance.uid());
        }
        heads = Math.max(0, heads - 1);
        return instance;
    }

    /// Asking for one that was taken from the queue has ended, however.
    void ended(ArchiveInstance instance) {
        headsOut.remove(instance.uid());
    }

    void streaming() {
        isStreaming = true;
    }

    /// `isSpent` when asking for the whole again would bring nothing more.
    void streamed(boolean isSpent) {
        isStreaming = false;
        wasStreamed |= isSpent;
        queue.removeIf(instance -> here.contains(instance.uid()));
    }

    /// An instance that was taken from the queue is to be asked for again.
    void again(ArchiveInstance instance) {
        if (!here.contains(instance.uid()) && !refused.contains(instance.uid())) {
            queue.addFirst(instance);
        }
    }

    /// It came and is not what it should be; asked for again a few times.
    void wrong(ArchiveInstance instance) {
        if (tries.merge(instance.uid(), 1, Integer::sum) >= MOST_TRIES) {
            refuse(instance);
        } else if (!queue.contains(instance)) {
            queue.addLast(instance);
        }
    }

    void refuse(ArchiveInstance instance) {
        refused.add(instance.uid());
        queue.remove(instance);
    }

    void arrived(SopInstanceUid uid) {
        here.add(uid);
        if (isListing) {
            arrivedUnlisted.add(uid);
        }
    }

    boolean isHere(SopInstanceUid uid) {
        return here.contains(uid);
    }

    int hereCount() {
        return here.size();
    }

    int refusedCount() {
        return refused.size();
    }

    /// Another round may bring what was refused before.
    void forgive() {
        refused.clear();
        tries.clear();
        wasStreamed = false;
    }
}
