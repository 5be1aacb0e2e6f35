package org.readingroom.services.reporting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.model.StudyIdentity;
import org.readingroom.report.statistics.Urgency;
import org.readingroom.services.reading.ReadingPriority;
import org.readingroom.services.reading.SurvivingPatients;
import org.readingroom.services.reading.WorklistService;
import org.readingroom.services.ris.Order;
import org.readingroom.services.ris.OrderPriority;
import org.readingroom.services.ris.OrderState;
import org.readingroom.services.ris.PatientFlag;
import org.readingroom.services.store.OrderStore;
import org.readingroom.services.store.StudyStore;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;

/// When a study was asked for and whether it was an emergency: by the hospital's orders that are still
/// known, else by what this desk noted, else by Requested Procedure Priority (0040,1003) of its images;
/// unknown otherwise.
///
/// **Thread:** any but `fx` and `gl`.
public final class StudyOrders {
    private final Map<StudyUid, List<Order>> byStudy = new HashMap<>();
    private final Map<String, List<Order>> byAccession = new HashMap<>();
    private final StudyStore studies;
    private final SurvivingPatients survivors;
    private final Map<String, ReadingPriority> noted;

    private StudyOrders(StudyStore studies, SurvivingPatients survivors, Map<String, ReadingPriority> noted) {
        this.studies = studies;
        this.survivors = survivors;
        this.noted = noted;
    }

    /// As they are now.
    public static StudyOrders of(OrderStore orders, StudyStore studies, WorklistService worklist)
            throws WorkstationException {
        StudyOrders known = new StudyOrders(studies, worklist.survivors(), worklist.priorities());
        for (Order order : orders.orders()) {
            StudyUid study = order.study();
            if (order.state() == OrderState.CANCELLED) {
                continue;
            }
            if (study != null) {
                known.byStudy.computeIfAbsent(study, uid -> new ArrayList<>(1)).add(order);
            } else if (!order.accessionNumber().isBlank()) {
                known.byAccession
                        .computeIfAbsent(order.accessionNumber(), number -> new ArrayList<>(1))
                        .add(order);
            }
        }
        return known;
    }

    /// The first time it was asked for; null when no order says.
    @Nullable
    Instant ordered(StudyIdentity study) {
        return orders(study).stream()
                .map(Order::requested)
                .flatMap(at -> Optional.ofNullable(at).stream())
                .min(Instant::compareTo)
                .orElse(null);
    }

    /// `key` is the hexadecimal of the study's key.
    Urgency urgency(StudyIdentity study, String key) {
        List<Order> orders = orders(study);
        if (!orders.isEmpty()) {
            return orders.stream().anyMatch(StudyOrders::isEmergency) ? Urgency.EMERGENCY : Urgency.ROUTINE;
        }
        ReadingPriority note = noted.get(key);
        String code = studies.priorityCode(study.study()).strip();
        if (note == null && code.isEmpty()) {
            return Urgency.UNKNOWN;
        }
        return switch (note == null ? ReadingPriority.ofCode(code) : note) {
            case STAT, HIGH -> Urgency.EMERGENCY;
            case ROUTINE, LOW -> Urgency.ROUTINE;
        };
    }

    /// What the list shows under its chip of emergencies.
    private static boolean isEmergency(Order order) {
        return order.priority() != OrderPriority.ROUTINE || order.flags().contains(PatientFlag.EMERGENCY);
    }

    private List<Order> orders(StudyIdentity study) {
        List<Order> named = byStudy.get(study.study());
        return named != null
                ? named
                : byAccession.getOrDefault(study.accessionNumber(), List.of()).stream()
                        .filter(order -> survivors.isOne(
                                order.patient().id(), study.patient().id()))
                        .toList();
    }
}
