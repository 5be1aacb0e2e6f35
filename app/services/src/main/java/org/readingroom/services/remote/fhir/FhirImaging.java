package org.readingroom.services.remote.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Whether a DiagnosticReport is of imaging, and of which kind.
///
/// Where it names a category by a public code, one of them is of imaging; where it names none, or only its
/// own, it names images. A laboratory's report has neither.
///
/// **Source:** HL7 v2 table 0074; LOINC LP29684-5, 18748-4; SNOMED CT 394914008, 363679005.
final class FhirImaging {
    private static final Set<String> CODES = Set.of(
            "RAD",
            "RX",
            "CT",
            "NMR",
            "NMS",
            "RUS",
            "CUS",
            "OUS",
            "VUS",
            "XRC",
            "LP29684-5",
            "18748-4",
            "394914008",
            "363679005");
    private static final Set<String> PUBLIC = Set.of(
            "http://terminology.hl7.org/CodeSystem/v2-0074",
            "http://hl7.org/fhir/v2/0074",
            "http://loinc.org",
            "http://snomed.info/sct");

    /// Modalities of DICOM by their section in table 0074.
    private static final Map<String, String> SECTIONS =
            Map.of("CT", "CT", "NMR", "MR", "NMS", "NM", "RUS", "US", "CUS", "US", "OUS", "US", "VUS", "US");

    private static final String DICOM_CODES = "http://dicom.nema.org/resources/ontology/DCM";

    private FhirImaging() {}

    static boolean isOne(JsonNode report) {
        boolean isNamed = false;
        for (JsonNode coding : categories(report)) {
            if (CODES.contains(coding.path("code").asText())) {
                return true;
            }
            isNamed |= PUBLIC.contains(coding.path("system").asText());
        }
        return !isNamed && (!report.path("imagingStudy").isEmpty() || hasStudy(report));
    }

    private static boolean hasStudy(JsonNode report) {
        for (JsonNode identifier : report.path("identifier")) {
            if (identifier.path("system").asText().equals("urn:dicom:uid")) {
                return true;
            }
        }
        return false;
    }

    private static List<JsonNode> categories(JsonNode report) {
        List<JsonNode> codings = new ArrayList<>();
        for (JsonNode category : report.path("category")) {
            category.path("coding").forEach(codings::add);
        }
        return codings;
    }

    /// Of its images, else by its codes; empty where nothing says it.
    static String modality(JsonNode report, List<JsonNode> studies) {
        Set<String> found = new TreeSet<>();
        for (JsonNode study : studies) {
            for (JsonNode modality : study.path("modality")) {
                found.add(modality.path("code").asText());
            }
        }
        found.removeAll(Set.of("SR", "PR", "KO", "SEG", "DOC", "OT", "SC", "REG", ""));
        for (JsonNode coding : report.at("/code/coding")) {
            if (found.isEmpty() && coding.path("system").asText().equals(DICOM_CODES)) {
                found.add(coding.path("code").asText());
            }
        }
        for (JsonNode coding : categories(report)) {
            String section = SECTIONS.get(coding.path("code").asText());
            if (found.isEmpty() && section != null) {
                found.add(section);
            }
        }
        return found.stream()
                .filter(code -> code.matches("[A-Z0-9]{2,16}"))
                .findFirst()
                .orElse("");
    }
}
