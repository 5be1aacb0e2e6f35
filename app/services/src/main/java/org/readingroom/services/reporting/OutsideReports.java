package org.readingroom.services.reporting;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.prior.OutsideReport;
import org.readingroom.report.prior.PriorReports.Said;
import org.readingroom.services.link.Listening;
import org.readingroom.services.reading.PatientIdentity;
import org.readingroom.services.ris.RisPriors;
import org.readingroom.services.store.OutsideStore;
import org.readingroom.services.store.OutsideStore.Kept;
import org.readingroom.services.store.PatientLinks;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.PatientId;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The reports of other systems: asked for at the RIS, and kept as it told them last.
///
/// Each answer takes the place of the one before it: what was withdrawn there is gone here. When no patient
/// there is surely this one, nothing is kept.
///
/// **Thread:** any but `fx` and `gl`; asking blocks. Listeners are called by whoever asked.
// [impl->req~report.outside.kept~1]
public final class OutsideReports {
    private static final Logger LOG = LoggerFactory.getLogger(OutsideReports.class);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneId.systemDefault());
    /// chosen: what is fetched ahead is asked for anew when its case is opened.
    private static final Duration AHEAD_AGAIN = Duration.ofMinutes(30);

    private enum Last {
        FAILED,
        UNKNOWN_PATIENT
    }

    private final OutsideStore store;
    private final @Nullable RisPriors ris;
    private final PatientLinks links;
    private final InstantSource clock;
    private final List<Consumer<PatientId>> listeners = new CopyOnWriteArrayList<>();
    private final Map<PatientId, Last> last = new HashMap<>();
    private final Map<PatientId, Long> saved = new HashMap<>();
    private final AskRest rest = new AskRest();
    private long asked;

    /// `ris` is null where none is set that can be asked.
    public OutsideReports(OutsideStore store, @Nullable RisPriors ris, PatientLinks links, InstantSource clock) {
        this.store = store;
        this.ris = ris;
        this.links = links;
        this.clock = clock;
    }

    /// Asks the RIS, and keeps what it tells.
    ///
    /// **Errors:** [org.readingroom.services.ris.RisException]; what is kept stays then.
    public void ask(Patient patient, Progress progress) throws WorkstationException {
        RisPriors door = ris;
        Patient who = links.of(patient);
        if (door == null || who.id().value().isBlank()) {
            return;
        }
        long ticket = ticket();
        Instant now = clock.instant();
        Map<String, OutsideReport> before = new HashMap<>();
        store.kept(who.id()).ifPresent(kept -> kept.reports().forEach(one -> before.put(one.id(), one)));
        try {
            Optional<RisPriors.Found> found = door.of(who, id -> Optional.ofNullable(before.get(id)), progress);
            take(ticket, who, now, found.orElse(null));
        } catch (WorkstationException e) {
            note(who.id(), Last.FAILED);
            rest.failed(who.id(), e, clock.instant());
            tell(who.id());
            throw e;
        }
        rest.answered(who.id());
        tell(who.id());
    }

    private synchronized long ticket() {
        return ++asked;
    }

    /// An answer to an older question is not put over that to a newer one.
    private synchronized void take(long ticket, Patient who, Instant now, RisPriors.@Nullable Found found)
            throws WorkstationException {
        if (saved.merge(who.id(), ticket, Math::max) != ticket) {
            return;
        }
        PatientId bare = bare(who.id());
        if (!bare.equals(who.id())) {
            store.forget(bare);
        }
        if (found == null) {
            store.forget(who.id());
            last.put(who.id(), Last.UNKNOWN_PATIENT);
        } else {
            store.save(new Kept(who, now, found.reports(), found.isWhole()));
            last.remove(who.id());
        }
    }

    private synchronized void note(PatientId patient, Last how) {
        last.put(patient, how);
    }

    private synchronized @Nullable Last last(PatientId patient) {
        return last.get(patient);
    }

    /// Whether what is kept of this patient is so old that it is worth asking before anybody does.
    public boolean isDue(Patient patient) throws WorkstationException {
        PatientId who = links.of(patient).id();
        if (ris == null || who.value().isBlank() || last(who) == Last.UNKNOWN_PATIENT) {
            return false;
        }
        if (rest.isResting(who, clock.instant())) {
            return false;
        }
        Optional<Instant> before = store.asked(who);
        return before.isEmpty()
                || Duration.between(before.get(), clock.instant()).abs().compareTo(AHEAD_AGAIN) > 0;
    }

    /// What is kept of surely this person: an order may have named no issuer of the number that the images
    /// have one of.
    // [impl->req~report.outside.same-patient~1]
    public Optional<Kept> kept(Patient patient) throws WorkstationException {
        Patient who = links.of(patient);
        if (last(who.id()) == Last.UNKNOWN_PATIENT) {
            return Optional.empty();
        }
        Optional<Kept> kept = store.kept(who.id());
        if (kept.isEmpty()) {
            kept = store.kept(bare(who.id()));
        }
        kept = kept.filter(one -> PatientIdentity.of(who, links.of(one.patient())) == PatientIdentity.SAME);
        kept.ifPresent(one -> used(one.patient().id()));
        return kept;
    }

    /// A full disk keeps nobody from reading.
    private void used(PatientId patient) {
        try {
            store.used(patient);
        } catch (WorkstationException e) {
            LOG.warn("that reports of other systems are read was not noted: {}", e.getMessage());
        }
    }

    private static PatientId bare(PatientId patient) {
        return new PatientId(patient.value(), "");
    }

    /// What is to be said of it beside its reports.
    public List<Said> said(Patient patient) throws WorkstationException {
        Optional<Kept> kept = kept(patient);
        List<Said> said = new ArrayList<>();
        Last how = last(links.of(patient).id());
        if (how == Last.UNKNOWN_PATIENT) {
            said.add(new Said("report.outside.unknown-patient", List.of()));
        } else if (kept.isPresent()) {
            String key = how == Last.FAILED ? "report.outside.not-asked" : "report.outside.as-of";
            said.add(new Said(key, List.of(TIME.format(kept.get().asked()))));
        } else if (how == Last.FAILED) {
            said.add(new Said("report.outside.not-asked-none", List.of()));
        }
        if (kept.filter(one -> !one.isWhole()).isPresent()) {
            said.add(new Said("report.outside.more", List.of()));
        }
        return said;
    }

    /// Tells `listener` after each question whom it was about, until the answer is closed.
    public Listening onChange(Consumer<PatientId> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void tell(PatientId patient) {
        for (Consumer<PatientId> listener : listeners) {
            try {
                listener.accept(patient);
            } catch (RuntimeException e) {
                LOG.warn("a listener to reports of other systems failed", e);
            }
        }
    }
}
