package org.readingroom.services.remote.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.PersonName;
import org.readingroom.viewer.model.WorkstationException;

/// The one Patient on the server that a study's patient is; nothing rather than a guess.
///
/// **Source:** FHIR R4 section 8.1.3 (Patient.link) for records that were merged.
// [impl->req~report.patient-sure~1]
final class FhirPatientMatch {
    /// chosen: records merged more often than this are a circle.
    private static final int MOST_MERGES = 8;

    private final ReportWire wire;

    FhirPatientMatch(ReportWire wire) {
        this.wire = wire;
    }

    Optional<String> only(Patient patient, List<JsonNode> found) throws WorkstationException {
        Set<String> fitting = new HashSet<>();
        Set<String> looked = new HashSet<>();
        boolean isSure = true;
        for (JsonNode each : found) {
            if (!looked.add(each.path("id").asText()) || !hasNumber(each, patient)) {
                continue;
            }
            boolean isMerged = !survivor(each).isEmpty();
            if (!isMerged && isDead(each)) {
                continue;
            }
            Optional<String> living =
                    isMerged ? living(each) : Optional.of(each.path("id").asText());
            isSure &= living.isPresent() && fits(patient, each);
            living.ifPresent(fitting::add);
        }
        return isSure && fitting.size() == 1 ? Optional.of(fitting.iterator().next()) : Optional.empty();
    }

    /// Follows the merges to a record that holds; nothing when there is none.
    private Optional<String> living(JsonNode merged) throws WorkstationException {
        JsonNode node = merged;
        for (int merges = 0; merges < MOST_MERGES; merges++) {
            String next = survivor(node);
            if (next.isEmpty()) {
                return isDead(node)
                        ? Optional.empty()
                        : Optional.of(node.path("id").asText());
            }
            node = wire.get("Patient/" + next, List.of());
            if (!node.path("id").asText().equals(next)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static boolean isDead(JsonNode node) {
        return node.has("active") && !node.path("active").asBoolean();
    }

    /// The id of the record that took the place of this one; empty when it holds itself.
    private static String survivor(JsonNode node) {
        for (JsonNode link : node.path("link")) {
            if (link.path("type").asText().equals("replaced-by")) {
                String reference = link.at("/other/reference").asText();
                return reference.substring(reference.lastIndexOf('/') + 1);
            }
        }
        return "";
    }

    /// Whether it has this number, from no issuer that is known to be another.
    private static boolean hasNumber(JsonNode node, Patient patient) {
        for (JsonNode each : node.path("identifier")) {
            String issuer = folded(each.at("/assigner/display").asText());
            String wanted = folded(patient.id().issuer());
            if (each.path("value").asText().strip().equals(patient.id().value().strip())
                    && (issuer.isEmpty() || wanted.isEmpty() || issuer.equals(wanted))) {
                return true;
            }
        }
        return false;
    }

    private static boolean fits(Patient patient, JsonNode node) {
        LocalDate born = patient.birthDate();
        String there = node.path("birthDate").asText();
        if (born != null && there.length() >= "1961-04-09".length()) {
            return born.toString().equals(there.substring(0, 10));
        }
        return (born == null || born.toString().startsWith(there))
                && isSameName(patient.name(), FhirPatients.name(node.path("name")));
    }

    /// By characters where both have them, else by letters.
    private static boolean isSameName(PersonName one, PersonName other) {
        String left = words(characters(one));
        String right = words(characters(other));
        if (left.isEmpty() || right.isEmpty()) {
            left = words(letters(one));
            right = words(letters(other));
        }
        return !left.isEmpty() && left.equals(right);
    }

    /// Files from one-byte systems carry characters where letters belong.
    private static String characters(PersonName name) {
        return name.ideographic().isBlank() && isWritten(name.alphabetic()) ? name.alphabetic() : name.ideographic();
    }

    private static String letters(PersonName name) {
        return isWritten(name.alphabetic()) ? "" : name.alphabetic();
    }

    private static boolean isWritten(String text) {
        return text.codePoints().anyMatch(Character::isIdeographic);
    }

    private static String words(String text) {
        return folded(text).replaceAll("[\\^,.\\s]+", "");
    }

    /// Full-width letters and case are the keyboard's, not the person's.
    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT);
    }
}
