package org.readingroom.services.reading;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.fhir.FiledReport;
import org.readingroom.report.model.ReportId;
import org.readingroom.report.model.SignedReport;
import org.readingroom.services.ris.ReportChanges;
import org.readingroom.services.ris.RisException;
import org.readingroom.services.ris.RisReports;
import org.readingroom.services.sync.Outbox;
import org.readingroom.services.sync.OutboxEntry;
import org.readingroom.services.sync.OutboxEntry.State;
import org.readingroom.services.sync.ServerReports;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks the hospital which reports were changed there, and keeps what is new of ours for a person.
///
/// What is asked takes its time, and the home and the server go on agreeing meanwhile: an answer counts only while
/// they agree as they did when it was asked for, else it is asked for again.
///
/// **Thread:** any but `fx` and `gl`; blocks.
// [impl->req~report.incoming~1]
// [impl->req~report.incoming.light~1]
final class IncomingPoll {
    private static final Logger LOG = LoggerFactory.getLogger(IncomingPoll.class);

    /// chosen: the two agree once for each version, which takes longer than an answer.
    private static final int MOST_TRIES = 4;

    private final SignedVersions versions;
    private final ServerReports server;
    private final Outbox outbox;
    private final TwinReports twins;
    private final UnreadReports unread;

    IncomingPoll(SignedVersions versions, ServerReports server, Outbox outbox) {
        this.versions = versions;
        this.server = server;
        this.outbox = outbox;
        this.twins = new TwinReports(outbox, server);
        this.unread = new UnreadReports(outbox, server);
    }

    /// Asks what changed since the last time; one poll after the other, so that no older answer comes last.
    synchronized void ask(RisReports ris, Progress progress) throws WorkstationException {
        ReportChanges changes = ris.changes(server.cursor(), progress);
        Map<ReportId, StudyUid> known = ReportsSent.of(outbox);
        Set<ReportId> due = new LinkedHashSet<>(unread.all());
        boolean isSettled = true;
        for (FiledReport filed : changes.reports()) {
            isSettled &= hear(filed, known, due);
        }
        due.addAll(server.unseen());
        Set<ReportId> contested = new HashSet<>();
        for (OutboxEntry entry : outbox.deadLetters()) {
            if (entry.isReport() && entry.state() == State.CONFLICT) {
                contested.add(new ReportId(entry.report()));
            }
        }
        due.addAll(contested);
        for (ReportId report : due) {
            isSettled &= askFor(ris, report, known.get(report), contested.contains(report));
        }
        if (isSettled) {
            server.cursor(changes.cursor()); // else the same changes are looked at again
        }
    }

    /// Adds to `due` what of ours is to be asked for; false when it is to be heard again.
    private boolean hear(FiledReport filed, Map<ReportId, StudyUid> known, Set<ReportId> due)
            throws WorkstationException {
        boolean isOurs = false;
        for (ReportId report : known.keySet()) {
            if (filed.is(report)) {
                isOurs = true;
                if (!isKnown(report, filed, server.agreed(report))) {
                    due.add(report);
                }
            }
        }
        return isOurs || filed.isVoid() || twins.isSettled(filed);
    }

    private boolean askFor(RisReports ris, ReportId report, @Nullable StudyUid study, boolean isAsked)
            throws WorkstationException {
        if (study == null) {
            return true;
        }
        try {
            for (int tries = 1; tries <= MOST_TRIES; tries++) {
                String agreed = server.agreed(report);
                Optional<FiledReport> there = ris.current(report);
                if (there.isEmpty() || isTaken(report, study, there.get(), agreed, isAsked)) {
                    unread.wasRead(report);
                    return true;
                }
            }
            return false;
        } catch (RisException e) {
            return unread.isTold(report, e); // ends nothing else
        }
    }

    /// False when home and server agreed on another version than `agreed` meanwhile.
    private boolean isTaken(ReportId report, StudyUid study, FiledReport filed, String agreed, boolean isAsked)
            throws WorkstationException {
        if (isKnown(report, filed, agreed)) {
            return true;
        }
        Optional<ServerReports.Ground> ground = server.ground(report);
        List<SignedReport> signed = versions.ofStudy(study);
        if (ground.isEmpty()) {
            // it arrived and no acknowledgement did: our own words are on their way, others are a change
            return signed.stream().anyMatch(filed::saysTheSameAs) || isKept(report, study, filed, agreed, isAsked);
        }
        if (signed.stream()
                .anyMatch(one -> filed.saysTheSameAs(one) && ground.get().isOf(one))) {
            return server.stillAgreed(report, filed.version(), agreed);
        }
        if (signed.stream().anyMatch(one -> filed.saysTheSameAs(one) && isUnderWay(one))) {
            return true; // our own next version, whose acknowledgement is not written down yet
        }
        return isKept(report, study, filed, agreed, isAsked);
    }

    /// Not where nothing is agreed yet, and not where the server names no version. Another resource than the one
    /// our words arrived in begins its numbers anew.
    private boolean isKnown(ReportId report, FiledReport filed, String agreed) throws WorkstationException {
        if (agreed.isEmpty() || !agreed.equals(filed.version())) {
            return false;
        }
        Optional<ServerReports.Ground> ground = server.ground(report);
        if (ground.isPresent() && ground.get().own() > 0) {
            return unread.isWhereOursArrived(report, filed.id());
        }
        return ground.filter(words -> !words.isIn("DiagnosticReport/" + filed.id()))
                .isEmpty();
    }

    private boolean isKept(ReportId report, StudyUid study, FiledReport filed, String agreed, boolean isAsked)
            throws WorkstationException {
        if (!server.keep(report, study, filed, agreed, isAsked)) {
            return false;
        }
        LOG.info("report {} was changed on the server, version {}", report, filed.version());
        return true;
    }

    private boolean isUnderWay(SignedReport signed) {
        try {
            return outbox.entries().stream()
                    .anyMatch(entry -> entry.isReport()
                            && entry.report().equals(signed.report().id().value())
                            && entry.reportVersion() == signed.act().version()
                            && entry.state() == State.WAITING);
        } catch (WorkstationException e) {
            return false;
        }
    }
}
