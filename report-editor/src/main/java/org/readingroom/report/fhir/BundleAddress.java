package org.readingroom.report.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import org.readingroom.report.model.ReportFormatException;

/// Where on a server a bundle goes: what is not known when it is signed.
///
/// A report that is on the server already is updated under its own id and in the version its words rest on, so that
/// nothing that came between is written over. The patient is named by the id that was found and looked at, so that
/// nothing else is searched for in between. That is all that is written on; every other value of the bundle leaves
/// as it was signed.
// [impl->req~report.fhir.address~1]
public final class BundleAddress {
    private BundleAddress() {}

    /// `id` is the server's, such as `12`; `version` its version, such as `3`.
    ///
    /// **Errors:** [ReportFormatException] when the bundle is not one of ours to the byte.
    public static byte[] addressed(byte[] bundle, String id, String version) throws ReportFormatException {
        ObjectNode node = ours(bundle);
        ObjectNode report = (ObjectNode) node.at("/entry/0/resource");
        ObjectNode request = (ObjectNode) node.at("/entry/0/request");
        report.put("id", id);
        request.put("url", "DiagnosticReport/" + id);
        request.put("ifMatch", "W/\"" + version + "\"");
        return FhirJson.bytes(node);
    }

    /// The same for the patient: `id` is that of the record all that is filed belongs to.
    ///
    /// **Errors:** [ReportFormatException] when the bundle is not one of ours to the byte.
    public static byte[] ofPatient(byte[] bundle, String id) throws ReportFormatException {
        ObjectNode node = ours(bundle);
        for (JsonNode entry : node.path("entry")) {
            if (entry.at("/resource/subject") instanceof ObjectNode subject
                    && subject.path("reference").asText().startsWith("Patient?")) {
                subject.put("reference", "Patient/" + id);
            }
        }
        return FhirJson.bytes(node);
    }

    private static ObjectNode ours(byte[] bundle) throws ReportFormatException {
        ObjectNode node = FhirJson.read(bundle);
        if (!Arrays.equals(bundle, FhirJson.bytes(node))
                || !(node.at("/entry/0/resource") instanceof ObjectNode report)
                || !(node.at("/entry/0/request") instanceof ObjectNode)
                || !report.path("resourceType").asText().equals("DiagnosticReport")) {
            throw new ReportFormatException("report.file.broken", "not a bundle of ours", null);
        }
        return node;
    }
}
