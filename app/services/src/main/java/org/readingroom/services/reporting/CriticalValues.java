package org.readingroom.services.reporting;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.check.CheckResult;
import org.readingroom.report.critical.CriticalAct;
import org.readingroom.report.critical.CriticalActor;
import org.readingroom.report.critical.CriticalCase;
import org.readingroom.report.critical.CriticalConcerns;
import org.readingroom.report.critical.CriticalDictionary;
import org.readingroom.report.critical.CriticalEvent;
import org.readingroom.report.critical.CriticalEvent.Mark;
import org.readingroom.report.critical.CriticalFinding;
import org.readingroom.report.critical.CriticalLoop;
import org.readingroom.report.critical.CriticalRate;
import org.readingroom.report.critical.CriticalRules;
import org.readingroom.report.critical.CriticalState;
import org.readingroom.report.critical.CriticalTime;
import org.readingroom.report.critical.CriticalTimes;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.StudyIdentity;
import org.readingroom.report.workflow.Refusal;
import org.readingroom.services.audit.AuditEvent.Action;
import org.readingroom.services.audit.AuditEvent.Outcome;
import org.readingroom.services.audit.AuditTrail;
import org.readingroom.services.link.Listening;
import org.readingroom.services.seal.Seal;
import org.readingroom.services.store.AuditTable;
import org.readingroom.services.store.CriticalTable;
import org.readingroom.services.store.Database;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The critical values of this home, as one person meets them. Each event is kept with its audit event, or not at all.
///
/// **Thread:** any but `fx` and `gl`; blocks until it is durable. Listeners are called on the thread that wrote.
// [impl->req~report.critical.kept~1]
public final class CriticalValues implements CriticalTimes {
    private static final Logger LOG = LoggerFactory.getLogger(CriticalValues.class);

    private final Database documents;
    private final CriticalStore store;
    private final AuditTrail audit;
    private final CriticalActor me;
    private final InstantSource clock;
    private final CriticalFiles files;
    private final CriticalDispatch dispatch;
    private final CriticalLoop rules;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    private record Read(long newest, List<CriticalCase> loops) {}

    private volatile @Nullable Read read;

    public CriticalValues(
            Database documents,
            Seal seal,
            AuditTrail audit,
            CriticalActor me,
            InstantSource clock,
            CriticalFiles files,
            CriticalDispatch dispatch) {
        this.documents = documents;
        this.store = new CriticalStore(seal);
        this.audit = audit;
        this.me = me;
        this.clock = clock;
        this.files = files;
        this.dispatch = dispatch;
        this.rules = new CriticalLoop(files.rules());
    }

    public CriticalDictionary dictionary() {
        return files.dictionary();
    }

    public CriticalRules rules() {
        return files.rules();
    }

    /// Whether the hospital's own files cannot be read, so that what was shipped holds.
    public boolean isFileBroken() {
        return files.isBroken();
    }

    public CriticalActor me() {
        return me;
    }

    public Instant now() {
        return clock.instant();
    }

    /// Every loop, the oldest first.
    public List<CriticalCase> all() throws WorkstationException {
        Read known = read;
        Read now = documents.read(t -> {
            long newest = CriticalTable.newest(t);
            return known != null && known.newest() == newest ? known : new Read(newest, store.all(t));
        });
        read = now;
        return now.loops();
    }

    public List<CriticalCase> ofStudy(StudyUid study) throws WorkstationException {
        return all().stream()
                .filter(loop -> loop.finding().study().equals(study))
                .toList();
    }

    /// What would refuse an act of this person now; `loop` is null for what begins one.
    public List<Refusal> refusals(@Nullable CriticalCase loop, CriticalAct act) throws WorkstationException {
        StudyUid study = study(loop, act);
        return rules.refusals(Optional.ofNullable(loop), ofStudy(study), act, me, clock.instant());
    }

    /// A person found something. What a machine suspected of it before goes on as the same loop.
    ///
    /// **Errors:** [ActRefusedException].
    public CriticalCase discover(CriticalFinding finding) throws WorkstationException {
        return enter(null, CriticalAct.found(finding), me);
    }

    /// A machine took something for a critical value: it orders the list and tells nobody.
    ///
    /// **Errors:** [ActRefusedException], as when it is known already.
    // [impl->req~report.critical.rights~1]
    public CriticalCase suspect(CriticalFinding finding, String machine) throws WorkstationException {
        return enter(null, CriticalAct.suspected(finding), CriticalActor.machine(machine));
    }

    /// Enters what this person did.
    ///
    /// **Errors:** [ActRefusedException]; `services.critical.unknown`.
    public CriticalCase perform(UUID loop, CriticalAct act) throws WorkstationException {
        return enter(loop, act, me);
    }

    /// Enters what the hospital's systems or this program did.
    CriticalCase perform(UUID loop, CriticalAct act, CriticalActor actor) throws WorkstationException {
        return enter(loop, act, actor);
    }

    /// `checks` and what the critical values of its study say against signing `report`; it stops where they cannot
    /// be read.
    public List<CheckResult> join(Report report, List<CheckResult> checks) {
        List<CheckResult> joined = new ArrayList<>(checks);
        try {
            joined.addAll(CriticalConcerns.of(report, ofStudy(report.study().study()), rules()));
        } catch (WorkstationException e) {
            LOG.error("critical values cannot be read: {}", e.getMessage());
            joined.add(CriticalConcerns.unreadable());
        }
        return List.copyOf(joined);
    }

    @Override
    public List<CriticalTime> discoveredBetween(Instant from, Instant until) throws WorkstationException {
        return CriticalRate.times(all()).stream()
                .filter(time -> !time.discoveredAt().isBefore(from)
                        && time.discoveredAt().isBefore(until))
                .toList();
    }

    /// Calls `listener` when anything was entered, until the answer is closed.
    public Listening onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private CriticalCase enter(@Nullable UUID id, CriticalAct act, CriticalActor actor) throws WorkstationException {
        record Kept(CriticalCase loop, AuditTable.Row head) {}
        Kept kept;
        try {
            CriticalCase known = id == null ? null : known(id);
            StudyUid study = study(known, act);
            Optional<StudyIdentity> identity = dispatch.identity(study);
            kept = documents.write(t -> {
                List<CriticalCase> ofStudy = store.ofStudy(t, study);
                Optional<CriticalCase> loop = id == null
                        ? suspectedBefore(ofStudy, act)
                        : ofStudy.stream().filter(each -> each.id().equals(id)).findFirst();
                Instant at = clock.instant();
                List<Refusal> refusals = rules.refusals(loop, ofStudy, act, actor, at);
                if (!refusals.isEmpty()) {
                    throw new ActRefusedException(refusals);
                }
                CriticalEvent event = rules.event(loop, act, actor, at);
                UUID key = loop.map(CriticalCase::id).orElseGet(UUID::randomUUID);
                AuditTable.Row head = audit.appendIn(
                        t, Action.EXECUTE, type(act), key.toString(), Outcome.SUCCESS, detail(event, actor));
                store.insert(t, key, study, event, head);
                CriticalCase now =
                        loop.map(own -> own.with(event)).orElseGet(() -> new CriticalCase(key, List.of(event)));
                dispatch.putIn(t, now, identity);
                return new Kept(now, head);
            });
        } catch (WorkstationException | RuntimeException e) {
            audit.appendFailure(Action.EXECUTE, type(act), id == null ? null : id.toString(), e);
            throw e;
        }
        audit.publish(kept.head());
        dispatch.queued();
        listeners.forEach(Runnable::run);
        return kept.loop();
    }

    private CriticalCase known(UUID id) throws WorkstationException {
        return all().stream()
                .filter(loop -> loop.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new WorkstationException("services.critical.unknown", "no such critical value"));
    }

    /// What only a machine said is taken up by the person who says the same.
    private static Optional<CriticalCase> suspectedBefore(List<CriticalCase> ofStudy, CriticalAct act) {
        CriticalFinding finding = act.finding();
        return ofStudy.stream()
                .filter(loop -> loop.state() == CriticalState.SUSPECTED)
                .filter(loop -> finding != null && loop.finding().key().equals(finding.key()))
                .findFirst();
    }

    private static StudyUid study(@Nullable CriticalCase loop, CriticalAct act) {
        CriticalFinding finding = loop == null ? act.finding() : loop.finding();
        if (finding == null) {
            throw new IllegalArgumentException("an act on no critical value: " + act.kind());
        }
        return finding.study();
    }

    private static String type(CriticalAct act) {
        return "critical." + act.kind().name().toLowerCase(java.util.Locale.ROOT);
    }

    /// Codes alone, no words of a person.
    private static String detail(CriticalEvent event, CriticalActor actor) {
        List<String> codes = new ArrayList<>(List.of(actor.side().name()));
        CriticalFinding finding = event.finding();
        if (finding != null) {
            codes.add(finding.entry());
            codes.add(finding.dictionaryVersion());
        }
        return java.util.stream.Stream.concat(
                        codes.stream(), event.marks().stream().sorted().map(Mark::name))
                .collect(Collectors.joining(" "));
    }
}
