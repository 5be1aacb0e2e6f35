package org.readingroom.services.reporting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.readingroom.report.model.ReportId;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.register.AiRegister;
import org.readingroom.report.register.NotedAct;
import org.readingroom.report.register.Outcome;
import org.readingroom.report.register.RegisterEntry;
import org.readingroom.report.suggest.SuggestionUse;
import org.readingroom.services.audit.AuditEvent;
import org.readingroom.services.audit.AuditTrail;
import org.readingroom.services.identity.User;
import org.readingroom.services.reading.SignedArchive;
import org.readingroom.services.seal.Seal;
import org.readingroom.services.seal.SealContext;
import org.readingroom.services.store.AuditTable;
import org.readingroom.services.store.Database;
import org.readingroom.services.store.OutcomeTable;
import org.readingroom.viewer.model.WorkstationException;

/// The register of suggestions used, and the follow-up of each case that one was used for (clauses D6 and D7).
///
/// **Thread:** any but `fx` and `gl`; blocks.
// [impl->req~report.register.list~1]
public final class AiRegisterStore {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Database documents;
    private final Seal seal;
    private final AuditTrail audit;
    private final User user;
    private final InstantSource clock;
    private final SignedArchive archive;
    private final SuggestionLedger ledger;

    AiRegisterStore(
            Database documents,
            Seal seal,
            AuditTrail audit,
            User user,
            InstantSource clock,
            SignedArchive archive,
            SuggestionLedger ledger) {
        this.documents = documents;
        this.seal = seal;
        this.audit = audit;
        this.user = user;
        this.clock = clock;
        this.archive = archive;
        this.ledger = ledger;
    }

    /// Every use, the newest first; looking is audited.
    public List<RegisterEntry> entries() throws WorkstationException {
        List<NotedAct> acts = ledger.all();
        Set<ReportId> assisted = new LinkedHashSet<>();
        acts.forEach(noted -> assisted.add(noted.act().report()));
        archive.read(0, kept -> {
            if (SuggestionUse.of(kept.signed().report()).isAny()) {
                assisted.add(kept.signed().report().id());
            }
            return true;
        });
        List<SignedReport> versions = new ArrayList<>();
        for (ReportId report : assisted) {
            versions.addAll(archive.ofReport(report));
        }
        audit.append(AuditEvent.Action.READ, "ai.register", null, AuditEvent.Outcome.SUCCESS, "");
        return AiRegister.of(versions, acts);
    }

    /// What the follow-ups found so far, the last of each report.
    // [impl->req~report.register.follow-up~1]
    public Map<ReportId, Outcome> outcomes() throws WorkstationException {
        Map<ReportId, Outcome> outcomes = new LinkedHashMap<>();
        for (OutcomeTable.Row row : documents.read(OutcomeTable::all)) {
            Outcome outcome = read(row, seal.open(row.body(), context(row.id())));
            outcomes.put(outcome.report(), outcome);
        }
        return outcomes;
    }

    public void record(ReportId report, Outcome.Finding finding, String note) throws WorkstationException {
        String id = UUID.randomUUID().toString();
        Instant at = clock.instant();
        byte[] body = seal.seal(write(finding, note), context(id));
        AuditTable.Row head = documents.write(t -> {
            AuditTable.Row event = audit.appendIn(
                    t,
                    AuditEvent.Action.UPDATE,
                    "ai.outcome",
                    report.value(),
                    AuditEvent.Outcome.SUCCESS,
                    finding.name().toLowerCase(java.util.Locale.ROOT));
            OutcomeTable.insert(
                    t, new OutcomeTable.Row(id, report.value(), user.id(), at.toEpochMilli(), event.sequence(), body));
            return event;
        });
        audit.publish(head);
    }

    private byte[] write(Outcome.Finding finding, String note) {
        try {
            return MAPPER.writeValueAsBytes(MAPPER.createObjectNode()
                    .put("finding", finding.name())
                    .put("note", note)
                    .put("who", user.displayName()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of values is always JSON", e);
        }
    }

    private static Outcome read(OutcomeTable.Row row, byte[] json) throws WorkstationException {
        try {
            JsonNode node = MAPPER.readTree(json);
            return new Outcome(
                    new ReportId(row.report()),
                    Outcome.Finding.valueOf(node.path("finding").asText()),
                    node.path("note").asText(),
                    node.path("who").asText(),
                    Instant.ofEpochMilli(row.at()));
        } catch (IOException | IllegalArgumentException e) {
            throw new WorkstationException("services.store.damaged", List.of(), "an outcome cannot be read", e);
        }
    }

    private static SealContext context(String id) {
        return new SealContext("ai_outcome", "body", id);
    }
}
