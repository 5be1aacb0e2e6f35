package org.readingroom.report.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.model.CodedConcept;
import org.readingroom.report.model.FieldValue;
import org.readingroom.report.model.ReportLanguage;

/// A structured value of a sentence as a component of its Observation: a code, a quantity or a text (clause B12).
///
/// A value whose words a person wrote over is no longer what the sentence says, and is not told here; it stays in the
/// signed form.
final class FieldComponent {
    private FieldComponent() {}

    static ObjectNode of(FieldValue field, ReportLanguage language) {
        ObjectNode component = FhirJson.object();
        String name = field.name().isBlank() ? field.role().name().toLowerCase(Locale.ROOT) : field.name();
        component.set("code", FhirJson.object().put("text", name));
        CodedConcept concept = field.concept();
        BigDecimal number = number(field);
        if (concept != null) {
            component.set("valueCodeableConcept", CodeSystems.concept(concept, language));
        } else if (number != null) {
            component
                    .putObject("valueQuantity")
                    .put("value", number)
                    .put("unit", field.unit())
                    .put("system", FhirJson.UCUM)
                    .put("code", field.unit());
        } else {
            component.put("valueString", (field.value() + " " + field.unit()).strip());
        }
        return component;
    }

    private static @Nullable BigDecimal number(FieldValue field) {
        try {
            return field.unit().isEmpty() ? null : new BigDecimal(field.value());
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
