package org.readingroom.services.reading;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.ris.Order;
import org.readingroom.services.ris.OrderState;
import org.readingroom.viewer.model.StudyUid;

/// Brings the studies that are here and the orders of the hospital together.
///
/// An order is of a study when it names it; one that names none is of a study with its accession number, unless the
/// two patients are surely others. Each open order has a row of its own, also where one study answers several; of
/// closed ones only the last is shown, and only beside its pictures.
// [impl->req~worklist.joined~1]
final class OrderJoin {
    private static final Comparator<WorklistRow> URGENT_THEN_NEWEST = Comparator.comparing(WorklistRow::priority)
            .thenComparing(OrderJoin::time, Comparator.nullsLast(Comparator.reverseOrder()));
    private static final Comparator<Order> LATEST =
            Comparator.comparing(Order::requested, Comparator.nullsFirst(Comparator.naturalOrder()));

    private final List<WorklistItem> items;
    private final Collection<Order> orders;
    private final Pinyin pinyin;
    private final PriorCounts priors;
    private final Map<StudyUid, List<Order>> byStudy = new HashMap<>();
    private final Map<String, List<Order>> byAccession = new HashMap<>();

    OrderJoin(List<WorklistItem> items, Collection<Order> orders, Pinyin pinyin) {
        this.items = items;
        this.orders = orders;
        this.pinyin = pinyin;
        this.priors = new PriorCounts(items.stream().map(WorklistItem::study).toList());
        for (Order order : orders) {
            StudyUid study = order.study();
            if (study != null) {
                byStudy.computeIfAbsent(study, uid -> new ArrayList<>(1)).add(order);
            } else if (!order.accessionNumber().isBlank()) {
                byAccession
                        .computeIfAbsent(order.accessionNumber(), number -> new ArrayList<>(1))
                        .add(order);
            }
        }
    }

    /// Urgent before routine, then newest first.
    List<WorklistRow> rows() {
        List<WorklistRow> rows = new ArrayList<>(items.size() + orders.size());
        Set<String> joined = new HashSet<>();
        for (WorklistItem item : items) {
            List<Order> of = shown(ordersOf(item));
            of.forEach(order -> joined.add(order.id()));
            int count = priors.of(item.study());
            if (of.isEmpty()) {
                rows.add(WorklistRow.of(item, count));
            }
            of.forEach(order -> rows.add(row(item, order, count)));
        }
        for (Order order : orders) {
            if (isOpen(order) && !joined.contains(order.id())) {
                rows.add(row(null, order, priors.of(order.patient(), order.study())));
            }
        }
        rows.sort(URGENT_THEN_NEWEST);
        return List.copyOf(rows);
    }

    private List<Order> ordersOf(WorklistItem item) {
        List<Order> named = byStudy.get(item.study().uid());
        if (named != null) {
            return named;
        }
        return byAccession.getOrDefault(item.study().accessionNumber(), List.of()).stream()
                .filter(order ->
                        PatientIdentity.of(order.patient(), item.study().patient()) != PatientIdentity.OTHER)
                .toList();
    }

    /// All open ones; where none is open, the last of the closed ones.
    private static List<Order> shown(List<Order> all) {
        List<Order> open = all.stream().filter(OrderJoin::isOpen).toList();
        return open.isEmpty() ? all.stream().max(LATEST).stream().toList() : open;
    }

    static boolean isOpen(Order order) {
        return order.state() == OrderState.WAITING || order.state() == OrderState.CLAIMED;
    }

    private WorklistRow row(@Nullable WorklistItem item, Order order, int count) {
        SearchText text = SearchText.of(order, pinyin);
        String searched = item == null || item.searchText().equals(text.folded())
                ? text.folded()
                : item.searchText() + "\n" + text.folded();
        return new WorklistRow(item, order, text.spoken(), text.initials(), count, searched);
    }

    private static @Nullable Instant time(WorklistRow row) {
        LocalDateTime taken = row.item() == null ? null : row.item().study().dateTime();
        return taken != null
                ? taken.atZone(ZoneId.systemDefault()).toInstant()
                : row.order() == null
                        ? null
                        : Objects.requireNonNull(row.order()).requested();
    }
}
