package org.readingroom.services.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.merge.MergeResult;
import org.readingroom.report.merge.ReportMerge;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportId;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.Stage;
import org.readingroom.report.model.ValidVersions;
import org.readingroom.services.audit.AuditEvent.Action;
import org.readingroom.services.audit.AuditEvent.Outcome;
import org.readingroom.services.audit.AuditTrail;
import org.readingroom.services.ris.RisReports;
import org.readingroom.services.store.AuditTable;
import org.readingroom.services.store.Database;
import org.readingroom.services.sync.Outbox;
import org.readingroom.services.sync.OutboxEntry;
import org.readingroom.services.sync.ServerReports;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;

/// Changes of reports that come from the hospital.
///
/// Nothing is written into a report here without a person: a change waits, shown side by side with what is here,
/// until somebody takes it into a draft or leaves it at that. What was signed is never merged: taken changes make a
/// draft, which is signed again on top of what the server has.
///
/// **Thread:** any but `fx` and `gl`; blocks.
// [impl->req~report.incoming~1]
public final class IncomingReports {
    private final Database documents;
    private final SignedVersions versions;
    private final Drafts drafts;
    private final ServerReports server;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final IncomingPoll poll;
    private final boolean mayWrite;

    /// `mayWrite` says whether the person writes reports; nobody else decides what becomes of a change.
    IncomingReports(
            Database documents,
            SignedVersions versions,
            Drafts drafts,
            ServerReports server,
            Outbox outbox,
            AuditTrail audit,
            boolean mayWrite) {
        this.documents = documents;
        this.versions = versions;
        this.drafts = drafts;
        this.server = server;
        this.outbox = outbox;
        this.audit = audit;
        this.mayWrite = mayWrite;
        this.poll = new IncomingPoll(versions, server, outbox);
    }

    /// Asks what changed since the last time; returns how many changes wait for a person now.
    public int poll(RisReports ris, Progress progress) throws WorkstationException {
        poll.ask(ris, progress);
        return server.incoming().size();
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
        Map<ReportId, StudyUid> known = ReportsSent.of(outbox);
        for (ServerReports.Incoming incoming : server.incoming()) {
            StudyUid study = known.get(incoming.report());
            if (study != null) {
                changes.add(change(incoming, study));
            }
        }
        return changes;
    }

    /// Whether the words of `report` at the hospital are others than what was signed here last, seen to or not.
    public boolean isOtherThere(ReportId report) throws WorkstationException {
        return server.incoming().stream().anyMatch(one -> one.report().equals(report))
                || server.ground(report).flatMap(ServerReports.Ground::words).isPresent();
    }

    private IncomingChange change(ServerReports.Incoming incoming, StudyUid study) throws WorkstationException {
        List<SignedReport> signed = versions.ofStudy(study);
        Report ground = ground(incoming, signed);
        Optional<Report> draft = drafts.of(study);
        Report mine = draft.orElse(ValidVersions.of(signed).getLast().report());
        Report theirs = TheirWords.of(incoming.filed(), ground);
        boolean isSignedHere = outbox.entries().stream()
                .anyMatch(entry -> entry.isReport()
                        && entry.report().equals(incoming.report().value())
                        && entry.state().isOpen());
        List<SignedReport> holding = withoutUnsent(signed, incoming.report());
        boolean isFinal = !holding.isEmpty() && Stage.isIssued(holding);
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
                !isFinal && !incoming.filed().isVoid(),
                isFinal && !incoming.filed().isVoid());
    }

    /// Where both sides last agreed; before the first acknowledgement, the version that the server carries.
    private Report ground(ServerReports.Incoming incoming, List<SignedReport> signed) throws WorkstationException {
        Optional<ServerReports.Ground> agreed = server.ground(incoming.report());
        String carried = incoming.filed().signed().map(SignedReport::digest).orElse("");
        return agreed.flatMap(ServerReports.Ground::words)
                .or(() -> signed.stream()
                        .filter(one -> agreed.isPresent()
                                ? agreed.get().isOf(one)
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

    /// Makes `decided`, which has no conflict left, the draft of the report; what was signed here and not sent is
    /// withdrawn in the same transaction. Its next signature rests on what the server has. Whoever has the
    /// report open opens it anew.
    ///
    /// **Errors:** `services.report.not-a-writer`; `services.report.undecided` while conflicts are left;
    /// `services.report.signed-meanwhile` when a version was signed since;
    /// `services.report.changed-meanwhile` when the words here or there are no longer those that were shown.
    /// Then everything is as it was.
    // [impl->req~report.merge.signed-anew~1]
    public void take(IncomingChange change, MergeResult decided) throws WorkstationException {
        refuseReaders(change);
        if (!decided.isClean() || !change.mayBeTaken()) {
            throw new WorkstationException(
                    "services.report.undecided", decided.conflicts().size() + " conflicts left");
        }
        settle(change, decided.merged());
    }

    /// A person has seen what was changed of a report that is final here. No word here changes: an addendum that was
    /// signed and not sent is withdrawn and its words are a draft again, and the next one rests on what the server
    /// has.
    ///
    /// **Errors:** as [#take(IncomingChange, MergeResult)].
    // [impl->req~report.merge.signed-anew~1]
    // [impl->req~report.incoming.final~1]
    public void accept(IncomingChange change) throws WorkstationException {
        refuseReaders(change);
        if (!change.mayBeAccepted()) {
            throw new IllegalArgumentException("only a change of a report that is final here is accepted");
        }
        settle(change, change.isDraft() || change.isSignedHere() ? change.mine() : null);
    }

    // [impl->req~report.incoming.right~1]
    private void refuseReaders(IncomingChange change) throws WorkstationException {
        if (!mayWrite) {
            WorkstationException refused = new WorkstationException("services.report.not-a-writer", "no role to write");
            audit.appendFailure(
                    Action.UPDATE, "report.merge", change.mine().id().value(), refused);
            throw refused;
        }
    }

    private void settle(IncomingChange change, @Nullable Report words) throws WorkstationException {
        AuditTable.Row head = documents.write(t -> {
            boolean isStill = words == null ? drafts.isStill(t, change) : drafts.replaceIn(t, change, words);
            if (!isStill || !server.settleIn(t, change.incoming(), change.theirs())) {
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
    /// **Errors:** `services.report.not-a-writer`; `services.report.changed-meanwhile`.
    public void dismiss(IncomingChange change, String reason) throws WorkstationException {
        refuseReaders(change);
        if (!server.dismiss(change.incoming())) {
            throw new WorkstationException("services.report.changed-meanwhile", "another change came");
        }
        audit.append(Action.READ, "report.merge", change.mine().id().value(), Outcome.SUCCESS, "dismissed: " + reason);
    }
}
