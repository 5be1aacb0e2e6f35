package org.readingroom.report.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import org.readingroom.report.model.CodedConcept;
import org.readingroom.report.model.ReportLanguage;

/// Coding schemes of DICOM as FHIR calls them.
///
/// **Source:** PS3.16 section 8, table 8-1, column FHIR URI.
final class CodeSystems {
    private static final Map<String, String> URIS = Map.of(
            "DCM", "http://dicom.nema.org/resources/ontology/DCM",
            "SCT", "http://snomed.info/sct",
            "LN", "http://loinc.org",
            "RADLEX", "http://www.radlex.org",
            "UCUM", "http://unitsofmeasure.org");

    private CodeSystems() {}

    /// A scheme nobody has a URI for keeps its code without a system rather than one we made up.
    static ObjectNode concept(CodedConcept concept, ReportLanguage language) {
        ObjectNode node = FhirJson.object();
        ObjectNode coding = node.putArray("coding").addObject();
        Optional.ofNullable(URIS.get(concept.scheme())).ifPresent(uri -> coding.put("system", uri));
        coding.put("code", concept.code());
        if (!concept.english().isBlank()) {
            coding.put("display", concept.english());
        }
        String words = concept.words(language);
        return words.isBlank() ? node : node.put("text", words);
    }
}
