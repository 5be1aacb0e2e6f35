package org.readingroom.desktop.worklist;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.readingroom.services.fetch.Readiness;
import org.readingroom.services.reading.WorklistRow;
import org.readingroom.services.ris.Order;
import org.readingroom.viewer.model.StudyUid;

/// What the rows are looked at with: who looks, at what time, and how much of a study is here.
///
/// `readiness` answers at once, on any thread; `unconfirmed` are the cases taken without the hospital; `critical` are
/// the studies with an open critical value, `images` those whose images stop their report.
public record ListSight(
        Order.Reader me,
        Instant now,
        Function<StudyUid, Readiness> readiness,
        Predicate<Order> unconfirmed,
        Map<StudyUid, CriticalSign> critical,
        Map<StudyUid, ImageSign> images) {
    /// Without critical values and poor images.
    public ListSight(
            Order.Reader me, Instant now, Function<StudyUid, Readiness> readiness, Predicate<Order> unconfirmed) {
        this(me, now, readiness, unconfirmed, Map.of(), Map.of());
    }

    Optional<CriticalSign> critical(WorklistRow row) {
        return critical.isEmpty()
                ? Optional.empty()
                : row.uid().flatMap(study -> Optional.ofNullable(critical.get(study)));
    }

    Optional<ImageSign> images(WorklistRow row) {
        return images.isEmpty() ? Optional.empty() : row.uid().flatMap(study -> Optional.ofNullable(images.get(study)));
    }

    /// 0 for a critical value, 1 for what only a machine suspects, 2 for all others.
    int criticalRank(WorklistRow row) {
        return critical(row).map(sign -> sign.isSuspected() ? 1 : 0).orElse(2);
    }

    /// True for a case that this person took and the hospital does not know of.
    boolean isUnconfirmed(WorklistRow row) {
        return row.order() != null && unconfirmed.test(row.order());
    }

    /// How much of the study of `row` the archive is known to have sent.
    Readiness readiness(WorklistRow row) {
        return row.uid().map(readiness).orElse(Readiness.NOTHING);
    }

    /// True for what the person holds at the hospital, or wrote last here where nobody holds it there.
    public boolean isMine(WorklistRow row) {
        Order order = row.order();
        if (isUnconfirmed(row)) {
            return true;
        }
        return order != null && order.owner() != null
                ? order.owner().id().equals(me.id())
                : !row.reader().isEmpty() && row.reader().equals(me.displayName());
    }

    /// The same with every answer kept, so that what is sorted does not move meanwhile.
    ListSight held() {
        Map<StudyUid, Readiness> known = new HashMap<>();
        return new ListSight(me, now, study -> known.computeIfAbsent(study, readiness), unconfirmed, critical, images);
    }
}
