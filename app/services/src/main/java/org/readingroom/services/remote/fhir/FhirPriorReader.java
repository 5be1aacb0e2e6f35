package org.readingroom.services.remote.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.prior.OutsideReport;
import org.readingroom.report.prior.OutsideState;
import org.readingroom.services.link.ServerFault;
import org.readingroom.services.remote.fhir.FhirForms.Words;
import org.readingroom.services.ris.RisException;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;

/// One DiagnosticReport, with the ImagingStudy it names → [OutsideReport].
final class FhirPriorReader {
    private static final int MOST_STUDIES = 4;

    private final ReportWire wire;
    private final FhirForms forms;

    FhirPriorReader(ReportWire wire) {
        this.wire = wire;
        this.forms = new FhirForms(wire);
    }

    /// Whether it is of one of `subjects`, of imaging, and in a state that holds.
    static boolean isOne(JsonNode node, Set<String> subjects) {
        return !FhirReferences.relative(FhirReferences.ofResource(node)).isEmpty()
                && subjects.contains(FhirReferences.of(node.path("subject")))
                && FhirImaging.isOne(node)
                && state(node).isPresent();
    }

    static String version(JsonNode node) {
        String version = node.at("/meta/versionId").asText();
        String changed = node.at("/meta/lastUpdated").asText();
        return version.isEmpty() && changed.isEmpty() ? "" : version + "/" + changed;
    }

    private static Optional<OutsideState> state(JsonNode node) {
        return OutsideState.of(node.path("status").asText());
    }

    /// Nothing when it is no such report any more.
    Optional<OutsideReport> read(String id, Set<String> subjects) throws WorkstationException {
        JsonNode node = wire.get("DiagnosticReport/" + id, List.of());
        if (!FhirReferences.ofResource(node).equals("DiagnosticReport/" + id) || !isOne(node, subjects)) {
            return Optional.empty();
        }
        Words words = forms.words(node.path("presentedForm"));
        String conclusion = PlainText.of(node.path("conclusion").asText()).orElse("");
        boolean isConcluded =
                !conclusion.isEmpty() || node.path("conclusion").asText().isBlank();
        return Optional.of(report(
                node,
                version(node),
                studies(node, subjects),
                new Words(words.text(), words.papers(), words.isWhole() && isConcluded),
                conclusion));
    }

    /// What its head says of it, and what was known of it `before`; without a version, so that it is asked for
    /// again.
    OutsideReport wordless(JsonNode head, Set<String> subjects, Optional<OutsideReport> before)
            throws WorkstationException {
        OutsideReport now = report(head, "", studiesOfHead(head, subjects), new Words("", List.of(), false), "");
        return before.map(known -> FhirReplaced.completed(now, known)).orElse(now);
    }

    /// None where they cannot be read either.
    private List<JsonNode> studiesOfHead(JsonNode head, Set<String> subjects) throws WorkstationException {
        try {
            return studies(head, subjects);
        } catch (RisException e) {
            if (e.fault() == ServerFault.GARBLED || e.fault() == ServerFault.BROKEN) {
                return List.of();
            }
            throw e;
        }
    }

    private static OutsideReport report(
            JsonNode node, String version, List<JsonNode> studies, Words words, String conclusion) {
        JsonNode study = studies.isEmpty() ? MissingNode.getInstance() : studies.getFirst();
        return new OutsideReport(
                node.path("id").asText(),
                version,
                state(node).orElseThrow(),
                made(node, study),
                local(FhirTimes.instant(node.path("issued"))),
                FhirImaging.modality(node, studies),
                procedure(node, study),
                accession(node, study),
                uid(node, studies),
                reader(node),
                identifiers(node),
                FhirReplaced.of(node),
                conclusion,
                words.text(),
                words.papers(),
                words.isWhole());
    }

    /// The studies of the same patient that it names; what cannot be read of them is left out.
    private List<JsonNode> studies(JsonNode node, Set<String> subjects) throws WorkstationException {
        List<JsonNode> studies = new ArrayList<>();
        for (String name : FhirReferences.all(node.path("imagingStudy")).stream()
                .filter(each -> FhirReferences.isOf(each, "ImagingStudy"))
                .limit(MOST_STUDIES)
                .toList()) {
            try {
                JsonNode study = wire.get(name, List.of());
                if (FhirReferences.ofResource(study).equals(name)
                        && subjects.contains(FhirReferences.of(study.path("subject")))
                        && !study.path("status").asText().equals("entered-in-error")) {
                    studies.add(study);
                }
            } catch (RisException e) {
                if (e.fault().isLoss() || e.fault().next() == ServerFault.Next.LATER) {
                    throw e;
                }
            }
        }
        return studies;
    }

    private static @Nullable LocalDateTime made(JsonNode node, JsonNode study) {
        for (JsonNode each :
                List.of(study.path("started"), node.path("effectiveDateTime"), node.at("/effectivePeriod/start"))) {
            LocalDateTime time = local(FhirTimes.instant(each));
            if (time != null) {
                return time;
            }
        }
        return null;
    }

    private static @Nullable LocalDateTime local(@Nullable Instant instant) {
        return instant == null ? null : LocalDateTime.ofInstant(instant, ZoneId.systemDefault());
    }

    private static String procedure(JsonNode node, JsonNode study) {
        String code = FhirWords.ofConcept(node.path("code"));
        return line(code.isBlank() ? study.path("description").asText() : code);
    }

    private static String reader(JsonNode node) {
        for (String field : List.of("resultsInterpreter", "performer")) {
            for (JsonNode each : node.path(field)) {
                if (!each.path("display").asText().isBlank()) {
                    return line(each.path("display").asText());
                }
            }
        }
        return "";
    }

    private static String accession(JsonNode node, JsonNode study) {
        for (JsonNode resource : List.of(node, study)) {
            for (JsonNode identifier : resource.path("identifier")) {
                if (isAccession(identifier)) {
                    return line(identifier.path("value").asText());
                }
            }
        }
        return "";
    }

    private static boolean isAccession(JsonNode identifier) {
        return FhirPatients.hasCode(identifier.path("type"), "ACSN");
    }

    /// Null where there is none, and where there are several.
    private static @Nullable StudyUid uid(JsonNode node, List<JsonNode> studies) {
        List<JsonNode> all = new ArrayList<>(studies);
        all.add(node);
        Set<String> uids = new LinkedHashSet<>();
        for (JsonNode each : all) {
            for (JsonNode identifier : each.path("identifier")) {
                if (identifier.path("system").asText().equals("urn:dicom:uid")) {
                    uids.add(identifier
                            .path("value")
                            .asText()
                            .replaceFirst("^urn:oid:", "")
                            .strip());
                }
            }
        }
        uids.remove("");
        return uids.size() == 1 ? new StudyUid(uids.iterator().next()) : null;
    }

    private static Set<String> identifiers(JsonNode node) {
        Set<String> all = new LinkedHashSet<>();
        for (JsonNode each : node.path("identifier")) {
            String system = each.path("system").asText().strip();
            String value = each.path("value").asText().strip();
            boolean isOfReport =
                    !isAccession(each) && !each.path("use").asText().equals("old") && !system.equals("urn:dicom:uid");
            if (isOfReport && !value.isEmpty()) {
                all.add(system + "|" + value);
            }
        }
        return all;
    }

    /// What stands in one line of a list.
    private static String line(String text) {
        return PlainText.of(text).orElse("").replaceAll("\\s+", " ").strip();
    }
}
