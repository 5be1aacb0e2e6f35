package org.readingroom.services.sync;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.readingroom.report.fhir.FiledReport;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportId;
import org.readingroom.report.model.ReportJson;
import org.readingroom.report.model.SignedReport;
import org.readingroom.services.audit.AuditTrail;
import org.readingroom.services.seal.Seal;
import org.readingroom.services.store.Database;
import org.readingroom.services.store.HomeTable;
import org.readingroom.services.store.IncomingTable;
import org.readingroom.services.store.OutboxTable;
import org.readingroom.services.store.ReceiptTable;
import org.readingroom.services.store.ServerReportTable;
import org.readingroom.services.store.StoreException;
import org.readingroom.services.store.Transaction;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;

/// What reports are on the server as this home knows it: where both last agreed, and what came in since.
///
/// **Thread:** any but `fx` and `gl`; blocks.
public final class ServerReports {
    private static final String CURSOR = "reports.cursor";

    private static final String UNREAD = "services.outbox.unread-there";

    /// A change that came in: the report as it is there.
    public record Incoming(ReportId report, Instant at, FiledReport filed) {}

    /// Where home and server last agreed: `own` is the number of a signed version, 0 when `words` are those of
    /// somebody else.
    public record Ground(String version, String resource, int own, Optional<Report> words) {
        /// Whether it stands in `other`, as far as anybody noted: another resource begins its numbers anew.
        public boolean isIn(String other) {
            return resource.isEmpty() || resource.equals(other);
        }

        /// Whether it is the version `signed`.
        public boolean isOf(SignedReport signed) {
            return own == signed.act().version();
        }
    }

    private final Database documents;
    private final Seal seal;
    private final OutboxLedger ledger;
    private final InstantSource clock;

    public ServerReports(Database documents, Seal seal, AuditTrail audit, InstantSource clock) {
        this.documents = documents;
        this.seal = seal;
        this.ledger = new OutboxLedger(documents, seal, audit, clock);
        this.clock = clock;
    }

    public Optional<Ground> ground(ReportId report) throws WorkstationException {
        Optional<ServerReportTable.Row> row = documents.read(t -> ServerReportTable.of(t, report.value()));
        if (row.isEmpty()) {
            return Optional.empty();
        }
        byte[] body = row.get().body();
        Optional<Report> words = body == null
                ? Optional.empty()
                : Optional.of(ReportJson.read(seal.open(body, OutboxLedger.context("server_report", report.value()))));
        return Optional.of(
                new Ground(row.get().version(), row.get().resource(), row.get().own(), words));
    }

    /// The server's name of the version both agreed on last; empty before the first.
    public String agreed(ReportId report) throws WorkstationException {
        return documents.read(t -> agreedIn(t, report));
    }

    private static String agreedIn(Transaction transaction, ReportId report) throws StoreException {
        return ServerReportTable.of(transaction, report.value())
                .map(ServerReportTable.Row::version)
                .orElse("");
    }

    /// What nobody has seen to yet, oldest first.
    public List<Incoming> incoming() throws WorkstationException {
        List<Incoming> all = new ArrayList<>();
        for (IncomingTable.Row row : documents.read(IncomingTable::unseen)) {
            byte[] json = seal.open(row.body(), OutboxLedger.context("incoming", row.report()));
            all.add(new Incoming(new ReportId(row.report()), Instant.ofEpochMilli(row.at()), FiledReport.read(json)));
        }
        return List.copyOf(all);
    }

    /// Reports that the server acknowledged in other words than ours, and whose words nobody here has got yet.
    public List<ReportId> unseen() throws WorkstationException {
        return documents.read(ServerReportTable::unseen).stream()
                .map(ReportId::new)
                .toList();
    }

    /// Keeps a change for a person; false, and nothing is kept, when both agree on another version than `agreed` by
    /// now: then it may have been seen to while it was fetched.
    ///
    /// `isAsked` when something signed here depends on it: then it waits again although somebody left it at that.
    public boolean keep(ReportId report, StudyUid study, FiledReport filed, String agreed, boolean isAsked)
            throws WorkstationException {
        byte[] json = filed.json().getBytes(StandardCharsets.UTF_8);
        byte[] body = seal.seal(json, OutboxLedger.context("incoming", report.value()));
        IncomingTable.Row row = new IncomingTable.Row(
                report.value(),
                seal.reference("study", study.value()),
                filed.version(),
                clock.instant().toEpochMilli(),
                body);
        return documents.write(t -> {
            if (!agreedIn(t, report).equals(agreed)) {
                return false;
            }
            if (isAsked) {
                IncomingTable.save(t, row);
            } else {
                IncomingTable.saveNew(t, row);
            }
            return true;
        });
    }

    /// The server has set fields of its own: the words are as they were, and later versions rest on this one. False,
    /// and nothing is done, when both agree on another version than `agreed` by now.
    public boolean stillAgreed(ReportId report, String version, String agreed) throws WorkstationException {
        return documents.write(t -> {
            Optional<ServerReportTable.Row> row = ServerReportTable.of(t, report.value());
            if (row.isEmpty() || !row.get().version().equals(agreed)) {
                return false;
            }
            ServerReportTable.save(
                    t,
                    new ServerReportTable.Row(
                            report.value(),
                            version,
                            row.get().resource(),
                            row.get().own(),
                            row.get().body()));
            IncomingTable.deleteOf(t, report.value());
            return true;
        });
    }

    /// A person has seen what came in and goes on from there: what was signed against it and not sent is withdrawn.
    /// Returns false, and does nothing, when another change has come meanwhile.
    // [impl->req~report.merge.signed-anew~1]
    public boolean settleIn(Transaction transaction, Incoming incoming, Report theirs) throws WorkstationException {
        String id = incoming.report().value();
        if (!IncomingTable.delete(transaction, id, incoming.filed().version())) {
            return false;
        }
        byte[] words = seal.seal(ReportJson.write(theirs), OutboxLedger.context("server_report", id));
        ServerReportTable.save(
                transaction,
                new ServerReportTable.Row(
                        id, incoming.filed().version(), ReportCourier.resource(incoming.filed()), 0, words));
        Set<Integer> arrived = new HashSet<>();
        for (OutboxTable.Row row : OutboxTable.ofReport(transaction, id, OutboxKinds.REPORT)) {
            if (ReceiptTable.of(transaction, row.id()).isPresent()) {
                arrived.add(row.version());
            }
        }
        for (OutboxTable.Row row : OutboxTable.open(transaction)) {
            // what arrived, contested or not, stays what it is, and what goes elsewhere with it still goes
            if (row.report().equals(id) && !arrived.contains(row.version())) {
                ledger.withdrawIn(transaction, UUID.fromString(row.id()));
            }
        }
        return true;
    }

    /// Another desk's report of the same study is on the server beside `sent`, which arrived too: a person decides.
    // [impl->req~report.twice~1]
    public boolean contest(OutboxEntry sent) throws WorkstationException {
        return ledger.contest(sent.id(), ReportCourier.TWICE);
    }

    /// The report that `sent` made cannot be read on the server any more: a person looks there.
    // [impl->req~report.incoming.unread~1]
    public boolean contestUnread(OutboxEntry sent) throws WorkstationException {
        return ledger.contest(sent.id(), UNREAD);
    }

    /// A person has seen what came in and leaves it at that. False when another change has come meanwhile.
    public boolean dismiss(Incoming incoming) throws WorkstationException {
        return documents.write(t -> IncomingTable.markSeen(
                t, incoming.report().value(), incoming.filed().version()));
    }

    /// Where the next question to the server goes on; empty at first.
    public String cursor() throws WorkstationException {
        return documents
                .read(t -> HomeTable.get(t, CURSOR))
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse("");
    }

    public void cursor(String cursor) throws WorkstationException {
        documents.write(t -> {
            put(t, cursor);
            return true;
        });
    }

    private static void put(Transaction transaction, String cursor) throws StoreException {
        HomeTable.put(transaction, CURSOR, cursor.getBytes(StandardCharsets.UTF_8));
    }
}
