package org.readingroom.services.remote.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.PatientId;
import org.readingroom.viewer.model.PersonName;
import org.readingroom.viewer.model.Sex;

/// FHIR Patient → [Patient].
final class FhirPatients {
    private static final String REPRESENTATION = "http://hl7.org/fhir/StructureDefinition/iso21090-EN-representation";

    private FhirPatients() {}

    static Patient of(JsonNode patient) {
        return new Patient(
                id(patient.path("identifier")),
                name(patient.path("name")),
                FhirTimes.date(patient.path("birthDate")),
                sex(patient.path("gender").asText()));
    }

    /// The medical record number (v2-0203 `MR`), else the first that is not old. The issuer is the assigner's name,
    /// which is what DICOM files carry; a system's URI they do not.
    static PatientId id(JsonNode identifiers) {
        JsonNode best = identifiers.path(0);
        int bestRank = Integer.MAX_VALUE;
        for (JsonNode each : identifiers) {
            int rank = each.path("use").asText().equals("old") ? 3 : hasCode(each.path("type"), "MR") ? 0 : 1;
            if (rank < bestRank && !each.path("value").asText().isBlank()) {
                best = each;
                bestRank = rank;
            }
        }
        return new PatientId(
                best.path("value").asText().strip(),
                best.at("/assigner/display").asText().strip());
    }

    static boolean hasCode(JsonNode concept, String code) {
        for (JsonNode coding : concept.path("coding")) {
            if (coding.path("code").asText().equals(code)) {
                return true;
            }
        }
        return false;
    }

    /// The groups of PN by their representation (IDE, ABC, SYL); where none is said, by the characters themselves.
    static PersonName name(JsonNode names) {
        String alphabetic = "";
        String ideographic = "";
        String phonetic = "";
        for (JsonNode name : names) {
            if (name.path("use").asText().equals("old")) {
                continue;
            }
            String written = written(name);
            switch (representation(name, written)) {
                case "IDE" -> ideographic = ideographic.isEmpty() ? written : ideographic;
                case "SYL" -> phonetic = phonetic.isEmpty() ? written : phonetic;
                default -> alphabetic = alphabetic.isEmpty() ? written : alphabetic;
            }
        }
        return new PersonName(alphabetic, ideographic, phonetic);
    }

    private static String written(JsonNode name) {
        String family = name.path("family").asText().strip();
        StringBuilder given = new StringBuilder();
        for (JsonNode each : name.path("given")) {
            given.append(given.isEmpty() ? "" : " ").append(each.asText().strip());
        }
        if (family.isEmpty() && given.isEmpty()) {
            return name.path("text").asText().strip();
        }
        return given.isEmpty() ? family : family + "^" + given;
    }

    private static String representation(JsonNode name, String written) {
        for (JsonNode extension : name.path("extension")) {
            if (extension.path("url").asText().equals(REPRESENTATION)) {
                return extension.path("valueCode").asText();
            }
        }
        return written.codePoints().anyMatch(Character::isIdeographic) ? "IDE" : "ABC";
    }

    /// **Source:** FHIR R4, AdministrativeGender.
    private static Sex sex(String gender) {
        return switch (gender) {
            case "male" -> Sex.MALE;
            case "female" -> Sex.FEMALE;
            case "other" -> Sex.OTHER;
            default -> Sex.UNKNOWN;
        };
    }
}
