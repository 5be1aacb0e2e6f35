package org.readingroom.services.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.fhir.FiledReport;
import org.readingroom.report.merge.MergeResult;
import org.readingroom.report.merge.ReportMerge;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportId;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.Stage;
import org.readingroom.services.audit.AuditEvent.Action;
import org.readingroom.services.audit.AuditEvent.Outcome;
import org.readingroom.services.audit.AuditTrail;
import org.readingroom.services.ris.ReportChanges;
import org.readingroom.services.ris.RisReports;
import org.readingroom.services.store.AuditTable;
import org.readingroom.services.store.Database;
import org.readingroom.services.sync.Outbox;
import org.readingroom.services.sync.OutboxEntry;
import org.readingroom.services.sync.ServerReports;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Changes of reports that come from the hospital.
///
/// Nothing is written into a report here without a person: a change waits, shown side by side with what is here,
/// until somebody takes it into a draft or leaves it at that. What was signed is never merged: taken changes make a
/// draft, which is signed again on top of what the server has.
///
/// **Thread:** any but `fx` and `gl`; blocks.
// [impl->req~report.incoming~1]
public final class IncomingReports {
    private static final Logger LOG = LoggerFactory.getLogger(IncomingReports.class);

    private final Database documents;
    private final SignedVersions versions;
    private final Drafts drafts;
    private final ServerReports server;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final TwinReports twins;

    IncomingReports(
            Database documents,
            SignedVersions versions,
            Drafts drafts,
            ServerReports server,
            Outbox outbox,
            AuditTrail audit) {
        this.documents = documents;
        this.versions = versions;
        this.drafts = drafts;
        this.server = server;
        this.outbox = outbox;
        this.audit = audit;
        this.twins = new TwinReports(outbox, server);
    }

    /// Asks what changed since the last time; returns how many changes wait for a person now.
    public int poll(RisReports ris, Progress progress) throws WorkstationException {
        ReportChanges changes = ris.changes(server.cursor(), progress);
        boolean isSettled = true;
        if (!changes.reports().isEmpty()) {
            Map<String, StudyUid> known = known();
            for (FiledReport filed : changes.reports()) {
                boolean isOurs = false;
                for (Map.Entry<String, StudyUid> report : known.entrySet()) {
                    if (filed.is(new ReportId(report.getKey()))) {
                        isOurs = true;
                        take(new ReportId(report.getKey()), report.getValue(), filed, false);
                    }
                }
                isSettled &= isOurs || filed.isVoid() || twins.isSettled(filed);
            }
        }
        if (isSettled) {
            server.cursor(changes.cursor()); // else the same changes are looked at again
        }
        for (ReportId report : server.unseen()) {
            askFor(ris, report, known().get(report.value()), false);
        }
        for (OutboxEntry entry : outbox.deadLetters()) {
            if (entry.isReport() && entry.state() == OutboxEntry.State.CONFLICT) {
                askFor(ris, new ReportId(entry.report()), entry.study(), true);
            }
        }
        return server.incoming().size();
    }

    private void askFor(RisReports ris, ReportId report, @Nullable StudyUid study, boolean isAsked)
            throws WorkstationException {
        Optional<FiledReport> there = study == null ? Optional.empty() : ris.current(report);
        if (study != null && there.isPresent()) {
            take(report, study, there.get(), isAsked);
        }
    }

    /// The reports that were signed here.
    private Map<String, StudyUid> known() throws WorkstationException {
        Map<String, StudyUid> known = new HashMap<>();
        for (OutboxEntry entry : outbox.entries()) {
            if (entry.isReport()) {
                known.put(entry.report(), entry.study());
            }
        }
        return known;
    }

    private void take(ReportId report, StudyUid study, FiledReport filed, boolean isAsked) throws WorkstationException {
        Optional<ServerReports.Ground> ground = server.ground(report);
        if (ground.isPresent() && ground.get().version().equals(filed.version())) {
            return; // as we know it
        }
        List<SignedReport> signed = versions.ofStudy(study);
        if (ground.isEmpty()) {
            // it arrived and no acknowledgement did: our own words are on their way, others are a change
            if (signed.stream().noneMatch(filed::saysTheSameAs)) {
                keep(report, study, filed, isAsked);
            }
            return;
        }
        if (signed.stream().anyMatch(one -> filed.saysTheSameAs(one) && isGround(one, ground.get()))) {
            server.stillAgreed(report, filed.version());
            return;
        }
        if (signed.stream().anyMatch(one -> filed.saysTheSameAs(one) && isUnderWay(one))) {
            return; // our own next version, whose acknowledgement is not written down yet
        }
        keep(report, study, filed, isAsked);
    }

    private void keep(ReportId report, StudyUid study, FiledReport filed, boolean isAsked) throws WorkstationException {
        LOG.info("report {} was changed on the server, version {}", report, filed.version());
        server.keep(report, study, filed, isAsked);
    }

    private static boolean isGround(SignedReport signed, ServerReports.Ground ground) {
        return signed.act().version() == ground.own();
    }

    private boolean isUnderWay(SignedReport signed) {
        try {
            return outbox.entries().stream()
                    .anyMatch(entry -> entry.isReport()
                            && entry.report().equals(signed.report().id().value())
                            && entry.reportVersion() == signed.act().version()
                            && entry.state() == OutboxEntry.State.WAITING);
        } catch (WorkstationException e) {
            return false;
        }
    }

    /// Which versions of which reports wait for a person.
    public Set<String> waiting() throws WorkstationException {
        return server.incoming().stream()
                .map(one -> one.report().value() + " " + one.filed().version())
                .collect(Collectors.toUnmodifiableSet());
    }

    /// What waits for a person, oldest first.
    public List<IncomingChange> changes() throws WorkstationException {
        List<IncomingChange> changes = new ArrayList<>();
        Map<String, StudyUid> known = known();
        for (ServerReports.Incoming incoming : server.incoming()) {
            StudyUid study = known.get(incoming.report().value());
            if (study != null) {
                changes.add(change(incoming, study));
            }
        }
        return changes;
    }

    private IncomingChange change(ServerReports.Incoming incoming, StudyUid study) throws WorkstationException {
        List<SignedReport> signed = versions.ofStudy(study);
        Report ground = ground(incoming, signed);
        Optional<Report> draft = drafts.of(study);
        Report mine = draft.orElse(signed.getLast().report());
        Report theirs = TheirWords.of(incoming.filed(), ground);
        boolean isSignedHere = outbox.entries().stream()
                .anyMatch(entry -> entry.isReport()
                        && entry.report().equals(incoming.report().value())
                        && entry.state().isOpen());
        List<SignedReport> holding = withoutUnsent(signed, incoming.report());
        boolean isFinal = !holding.isEmpty() && isFinal(holding.getLast().act().stage());
        return new IncomingChange(
                incoming,
                study,
                ground,
                mine,
                draft.isPresent(),
                signed.size(),
                theirs,
                ReportMerge.merge(ground, mine, theirs),
                isSignedHere,
                !isFinal && !incoming.filed().isVoid());
    }

    /// Where both sides last agreed; before the first acknowledgement, the version that the server carries.
    private Report ground(ServerReports.Incoming incoming, List<SignedReport> signed) throws WorkstationException {
        Optional<ServerReports.Ground> agreed = server.ground(incoming.report());
        String carried = incoming.filed().signed().map(SignedReport::digest).orElse("");
        return agreed.flatMap(ServerReports.Ground::words)
                .or(() -> signed.stream()
                        .filter(one -> agreed.isPresent()
                                ? isGround(one, agreed.get())
                                : one.digest().equals(carried))
                        .map(SignedReport::report)
                        .findFirst())
                .orElseGet(() -> signed.getFirst().report());
    }

    private List<SignedReport> withoutUnsent(List<SignedReport> signed, ReportId report) throws WorkstationException {
        List<SignedReport> holding = new ArrayList<>(signed);
        for (OutboxEntry entry : outbox.entries()) {
            if (entry.isReport()
                    && entry.report().equals(report.value())
                    && (entry.state().isOpen() || entry.state() == OutboxEntry.State.WITHDRAWN)) {
                holding.removeIf(one -> one.act().version() == entry.reportVersion());
            }
        }
        return holding;
    }

    private static boolean isFinal(Stage stage) {
        return stage == Stage.REVIEW || stage == Stage.ADDENDUM;
    }

    /// Makes `decided`, which has no conflict left, the draft of the report; what was signed here and not sent is
    /// withdrawn in the same transaction. Its next signature rests on what the server has. Whoever has the
    /// report open opens it anew.
    ///
    /// **Errors:** `services.report.undecided` while conflicts are left; `services.report.signed-meanwhile` when a
    /// version was signed since, and `services.report.changed-meanwhile` when the words here or there are no longer
    /// those that were shown: then everything is as it was.
    // [impl->req~report.merge.signed-anew~1]
    public void take(IncomingChange change, MergeResult decided) throws WorkstationException {
        if (!decided.isClean() || !change.mayBeTaken()) {
            throw new WorkstationException(
                    "services.report.undecided", decided.conflicts().size() + " conflicts left");
        }
        AuditTable.Row head = documents.write(t -> {
            if (!drafts.replaceIn(t, change, decided.merged())
                    || !server.settleIn(t, change.incoming(), change.theirs())) {
                throw new WorkstationException("services.report.changed-meanwhile", "other words than were shown");
            }
            return audit.appendIn(
                    t, Action.UPDATE, "report.merge", change.mine().id().value(), Outcome.SUCCESS, "");
        });
        audit.publish(head);
        outbox.queued();
    }

    /// A person has seen the change and leaves the words here as they are, for a `reason` that goes on record. The next
    /// version that is signed here meets
    /// it again as a conflict.
    ///
    /// **Errors:** `services.report.changed-meanwhile`.
    public void dismiss(IncomingChange change, String reason) throws WorkstationException {
        if (!server.dismiss(change.incoming())) {
            throw new WorkstationException("services.report.changed-meanwhile", "another change came");
        }
        audit.append(Action.READ, "report.merge", change.mine().id().value(), Outcome.SUCCESS, "dismissed: " + reason);
    }
}
