package org.readingroom.report.fhir;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Locale;
import org.readingroom.assets.Messages;
import org.readingroom.report.model.BoundMeasurement;
import org.readingroom.report.model.CodedConcept;
import org.readingroom.report.model.FieldValue;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.SectionKind;

/// One sentence as an Observation: its words, and beside them the numbers and codes it rests on.
///
/// **Source:** IHE IMR, one finding an Observation; LOINC 59776-5 Procedure findings, 19005-8 Radiology Imaging study
/// [Impression]; DCM 121071 Finding.
// [impl->req~report.template.repeat-out~1]
final class ObservationWriter {
    private static final String CATEGORIES = "http://terminology.hl7.org/CodeSystem/observation-category";

    private final ReportParts parts;

    ObservationWriter(ReportParts parts) {
        this.parts = parts;
    }

    ObjectNode write(SectionKind section, ReportSentence sentence, String status) {
        ReportLanguage language = parts.report().language();
        ObjectNode node = FhirJson.resource("Observation");
        node.putArray("identifier").add(FhirJson.identifier(FhirJson.URI, urn(sentence)));
        if (sentence.suggestion() != null) {
            node.putObject("meta").putArray("tag").add(SuggestionProvenance.tag());
        }
        node.put("status", status);
        node.putArray("category").add(FhirJson.concept(CATEGORIES, "imaging", "Imaging"));
        node.set("code", code(section, language));
        node.set("subject", parts.subject());
        parts.effective().ifPresent(time -> node.put("effectiveDateTime", time));
        node.putArray("performer").add(parts.author());
        node.put("valueString", sentence.words());
        if (!sentence.evidence().isEmpty()) {
            node.putArray("derivedFrom").add(parts.imagingStudy());
        }
        ArrayNode components = FhirJson.object().putArray("component");
        sentence.concepts().forEach(concept -> components.add(coded(concept, language)));
        sentence.measurements().forEach(bound -> components.add(measured(bound)));
        sentence.fields().stream()
                .filter(FieldValue::isFollowed)
                .forEach(field -> components.add(FieldComponent.of(field, language)));
        if (!components.isEmpty()) {
            node.set("component", components);
        }
        return node;
    }

    static String urn(ReportSentence sentence) {
        return FhirJson.urn(sentence.id().value());
    }

    /// An addendum has no code of its own in LOINC that fits one sentence: it is named in words.
    private static ObjectNode code(SectionKind section, ReportLanguage language) {
        return switch (section) {
            case IMPRESSION -> FhirJson.concept(FhirJson.LOINC, "19005-8", "Radiology Imaging study [Impression]");
            case FINDINGS -> FhirJson.concept(FhirJson.LOINC, "59776-5", "Procedure findings");
            case TECHNIQUE, CONSULTATION, ADDENDUM ->
                FhirJson.object().put("text", Messages.of(language.locale()).get(section.messageKey()));
        };
    }

    private static ObjectNode coded(CodedConcept concept, ReportLanguage language) {
        ObjectNode component = FhirJson.object();
        component.set("code", FhirJson.concept("http://dicom.nema.org/resources/ontology/DCM", "121071", "Finding"));
        component.set("valueCodeableConcept", CodeSystems.concept(concept, language));
        return component;
    }

    /// The full number; the one that was shown stands in the words.
    private static ObjectNode measured(BoundMeasurement bound) {
        ObjectNode component = FhirJson.object();
        String quantity =
                bound.measurement().quantity().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        component.set("code", FhirJson.object().put("text", quantity));
        ObjectNode value = component.putObject("valueQuantity");
        value.put("value", new BigDecimal(Double.toString(bound.measurement().value())));
        value.put("unit", bound.measurement().ucum());
        value.put("system", FhirJson.UCUM);
        value.put("code", bound.measurement().ucum());
        return component;
    }
}
