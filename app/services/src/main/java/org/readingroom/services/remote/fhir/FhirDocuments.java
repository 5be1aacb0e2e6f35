package org.readingroom.services.remote.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.readingroom.report.fhir.FiledReport;
import org.readingroom.report.model.ReportFormatException;
import org.readingroom.services.link.ServerFault;
import org.readingroom.services.ris.Recall;
import org.readingroom.services.ris.RisException;
import org.readingroom.viewer.model.WorkstationException;

/// The documents that came with the versions of a report, of which one holds.
///
/// The new one is looked for first, with its report; then it is told what it replaces, and only then do the earlier
/// ones hold no more. Each step may be done again after a lost reply, and finds itself done.
///
/// A document is ours by the id of the filing it came with, which is an identifier of it, and by the report it speaks
/// of.
///
/// **Source:** FHIR R4, DocumentReference.status, DocumentReference.relatesTo.
// [impl->req~report.fhir.one-valid~1]
final class FhirDocuments {
    private static final String TYPE = "DocumentReference";
    private static final Set<String> HOLDING = Set.of("current", "superseded");

    private final ReportWire wire;
    private final FhirRewrite rewrite;

    FhirDocuments(ReportWire wire) {
        this.wire = wire;
        this.rewrite = new FhirRewrite(wire);
    }

    Recall.Outcome recall(Recall recall) throws WorkstationException {
        List<JsonNode> filed = of(recall.operation());
        if (filed.isEmpty()) {
            return Recall.Outcome.NOT_THERE;
        }
        JsonNode now = filed.getFirst();
        String report = report(now);
        if (!HOLDING.contains(now.path("status").asText())) {
            return Recall.Outcome.TAKEN_BACK;
        }
        if (!isThere(report, recall)) {
            return Recall.Outcome.NOT_THERE;
        }
        Map<String, UUID> older = new LinkedHashMap<>();
        for (UUID operation : recall.earlier()) {
            for (JsonNode document : of(operation)) {
                if (isToBeRecalled(document, operation, report)) {
                    older.put(document.path("id").asText(), operation);
                }
            }
        }
        if (older.isEmpty()) {
            return Recall.Outcome.DONE;
        }
        rewrite.change(
                TYPE,
                now.path("id").asText(),
                node -> FhirIdentifiers.has(node, recall.operation()) && isRelatedTo(node, older.keySet()));
        for (Map.Entry<String, UUID> each : older.entrySet()) {
            rewrite.change(
                    TYPE, each.getKey(), node -> isToBeRecalled(node, each.getValue(), report) && isSuperseded(node));
        }
        return Recall.Outcome.DONE;
    }

    private List<JsonNode> of(UUID operation) throws WorkstationException {
        return FhirIdentifiers.find(wire, TYPE, operation);
    }

    /// Whether the report that a document speaks of is on the server, and is the one that was filed.
    private boolean isThere(String reference, Recall recall) throws WorkstationException {
        if (!reference.startsWith("DiagnosticReport/")) {
            return false;
        }
        try {
            return FiledReport.read(FhirJson.write(wire.get(reference, List.of())))
                    .is(recall.report());
        } catch (RisException e) {
            if (e.fault() == ServerFault.MISSING) {
                return false;
            }
            throw e;
        } catch (ReportFormatException e) {
            throw ReportWire.garbled("a DiagnosticReport that is none");
        }
    }

    private static boolean isToBeRecalled(JsonNode document, UUID operation, String report) {
        return FhirIdentifiers.has(document, operation)
                && document.path("status").asText().equals("current")
                && report(document).equals(report);
    }

    /// The report that a document speaks of, as `DiagnosticReport/id`; empty where it names none.
    private static String report(JsonNode document) {
        for (JsonNode related : document.at("/context/related")) {
            String reference = FhirReferences.relative(related.path("reference").asText());
            if (reference.startsWith("DiagnosticReport/")) {
                return reference;
            }
        }
        return "";
    }

    private static boolean isSuperseded(ObjectNode document) {
        document.put("status", "superseded");
        return true;
    }

    /// Adds what is not said yet; false when all of it is.
    private static boolean isRelatedTo(ObjectNode document, Set<String> older) {
        List<String> missing = new ArrayList<>(older);
        for (JsonNode each : document.path("relatesTo")) {
            if (each.path("code").asText().equals("replaces")) {
                String target =
                        FhirReferences.relative(each.at("/target/reference").asText());
                missing.removeIf(id -> target.equals(TYPE + "/" + id));
            }
        }
        for (String id : missing) {
            ObjectNode relation = document.withArray("/relatesTo").addObject().put("code", "replaces");
            relation.putObject("target").put("reference", TYPE + "/" + id);
        }
        return !missing.isEmpty();
    }
}
