package org.readingroom.report.fhir;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.readingroom.report.model.ReportFormatException;

/// The parts that all our resources are made of.
final class FhirJson {
    /// System of identifiers that are URIs.
    static final String URI = "urn:ietf:rfc:3986";

    static final String DICOM_UID = "urn:dicom:uid";
    static final String LOINC = "http://loinc.org";
    static final String UCUM = "http://unitsofmeasure.org";

    // Decimals to the digit: FHIR tells 8.30 from 8.3.
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private FhirJson() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static ObjectNode resource(String type) {
        return object().put("resourceType", type);
    }

    static byte[] bytes(JsonNode node) {
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values cannot be written", e);
        }
    }

    /// **Errors:** [ReportFormatException] when this is no JSON object; it does not quote it.
    static ObjectNode read(byte[] json) throws ReportFormatException {
        try {
            if (MAPPER.readTree(json) instanceof ObjectNode node) {
                return node;
            }
        } catch (IOException e) {
            // its words may quote the report
        }
        throw new ReportFormatException("report.file.broken", "not a JSON object", null);
    }

    /// `urn:uuid:` of a name of ours, which usually is a UUID already.
    static String urn(String name) {
        try {
            return "urn:uuid:" + UUID.fromString(name);
        } catch (IllegalArgumentException e) {
            return "urn:uuid:" + UUID.nameUUIDFromBytes(("readingroom " + name).getBytes(StandardCharsets.UTF_8));
        }
    }

    static ObjectNode identifier(String system, String value) {
        return object().put("system", system).put("value", value);
    }

    /// A reference that a server need not know the target of.
    static ObjectNode named(String type, ObjectNode identifier) {
        return object().put("type", type).set("identifier", identifier);
    }

    static ObjectNode reference(String reference) {
        return object().put("reference", reference);
    }

    static ObjectNode concept(String system, String code, String display) {
        ObjectNode concept = object();
        concept.putArray("coding")
                .addObject()
                .put("system", system)
                .put("code", code)
                .put("display", display);
        return concept;
    }

    /// What stands behind the question mark of a search for `identifier`.
    static String query(String system, String value) {
        return "identifier=" + token(system, value);
    }

    /// A code of a system as a search asks for it; `system` is empty for that of any system.
    ///
    /// **Source:** FHIR R4 section 3.1.1.5.8 for what a backslash goes before.
    static String token(String system, String value) {
        String token = value.replaceAll("([\\\\,|$])", "\\\\$1");
        return URLEncoder.encode(system.isEmpty() ? token : system + "|" + token, StandardCharsets.UTF_8)
                .replace("+", "%20");
    }
}
