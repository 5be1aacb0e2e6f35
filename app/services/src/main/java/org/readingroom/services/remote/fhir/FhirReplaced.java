package org.readingroom.services.remote.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.readingroom.report.prior.OutsideReport;

/// Leaves out reports in whose place another one stands by now.
///
/// R4 has no element for it. Another one says that it replaces this one, by the extension that is R5's
/// `relatesTo` brought back or by `replaces`; or it has the same identifier and code and was given out
/// later. Two under one identifier of which nobody says when they were given out both stay.
// [impl->req~report.outside.valid~1]
final class FhirReplaced {
    private static final Set<String> REPLACES = Set.of(
            "http://hl7.org/fhir/5.0/StructureDefinition/extension-DiagnosticReport.relatesTo",
            "http://hl7.org/fhir/StructureDefinition/replaces",
            "http://hl7.org/fhir/StructureDefinition/workflow-replaces");

    private FhirReplaced() {}

    static List<OutsideReport> without(List<OutsideReport> all) {
        Set<String> gone = new HashSet<>();
        for (OutsideReport each : all) {
            if (each.state().isSure()) {
                gone.addAll(each.replaces());
                gone.remove(each.id());
            }
        }
        return all.stream()
                .filter(report ->
                        !gone.contains(report.id()) && all.stream().noneMatch(other -> isLater(other, report)))
                .toList();
    }

    private static boolean isLater(OutsideReport other, OutsideReport report) {
        LocalDateTime then = report.issued();
        LocalDateTime later = other.issued();
        return then != null
                && later != null
                && later.isAfter(then)
                && other.state().isSure()
                && Objects.equals(other.made(), report.made())
                && other.procedure().equals(report.procedure())
                && other.accessionNumber().equals(report.accessionNumber())
                && report.identifiers().stream().anyMatch(other.identifiers()::contains);
    }

    /// `now`, whose words cannot be read, with what was known `before` of it: in whose place it stood does not
    /// change with that.
    static OutsideReport completed(OutsideReport now, OutsideReport before) {
        Set<String> replaces = new HashSet<>(now.replaces());
        replaces.addAll(before.replaces());
        return new OutsideReport(
                now.id(),
                now.version(),
                now.state(),
                now.made() == null ? before.made() : now.made(),
                now.issued() == null ? before.issued() : now.issued(),
                either(now.modality(), before.modality()),
                either(now.procedure(), before.procedure()),
                either(now.accessionNumber(), before.accessionNumber()),
                now.study() == null ? before.study() : now.study(),
                either(now.readBy(), before.readBy()),
                now.identifiers(),
                replaces,
                now.conclusion(),
                now.text(),
                now.papers(),
                now.isWhole());
    }

    private static String either(String now, String before) {
        return now.isBlank() ? before : now;
    }

    /// The ids of reports in whose place `node` stands.
    static Set<String> of(JsonNode node) {
        Set<String> ids = new HashSet<>();
        for (JsonNode extension : node.path("extension")) {
            if (REPLACES.contains(extension.path("url").asText())) {
                add(extension.path("valueReference"), ids);
                boolean isReplacing = false;
                for (JsonNode part : extension.path("extension")) {
                    isReplacing |= part.path("valueCode").asText().equals("replaces");
                }
                for (JsonNode part : extension.path("extension")) {
                    if (isReplacing) {
                        add(part.path("valueReference"), ids);
                    }
                }
            }
        }
        return ids;
    }

    private static void add(JsonNode reference, Set<String> ids) {
        String name = FhirReferences.of(reference);
        if (FhirReferences.isOf(name, "DiagnosticReport")) {
            ids.add(FhirReferences.id(name));
        }
    }
}
