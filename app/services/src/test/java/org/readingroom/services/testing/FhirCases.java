package org.readingroom.services.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;

/// Cases in a [FhirDouble], of the invented patients and studies of [SmallDicom]: case `n` is Task `t-n` about
/// ServiceRequest `s-n` of Patient `p-n`, answered by the study of `SmallDicom.of(n, …)`.
public final class FhirCases {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private FhirCases() {}

    /// Patient, visit, request and Task; no pictures yet.
    public static void order(FhirDouble server, int number) {
        put(server, """
                {"resourceType":"Patient","id":"p-#","gender":"male","birthDate":"1961-04-09",
                 "identifier":[{"use":"old","value":"OLD-#"},
                  {"type":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v2-0203","code":"MR"}]},
                   "system":"urn:mrn","value":"DEMO-#"}],
                 "name":[{"family":"王","given":["小东"],"text":"王小东"},
                         {"family":"Wang","given":["XiaoDong"]}]}""", number);
        put(server, """
                {"resourceType":"Encounter","id":"e-#","status":"in-progress","class":{"code":"EMER"},
                 "subject":{"reference":"Patient/p-#"},"serviceType":{"text":"急诊科 Emergency"}}""", number);
        put(server, """
                {"resourceType":"ServiceRequest","id":"s-#","status":"active","intent":"order","priority":"urgent",
                 "identifier":[{"type":{"coding":[{"code":"ACSN"}]},"value":"ACC-DEMO-#"}],
                 "subject":{"reference":"Patient/p-#"},"encounter":{"reference":"Encounter/e-#"},
                 "code":{"text":"胸部平扫 Chest CT",
                  "coding":[{"system":"http://dicom.nema.org/resources/ontology/DCM","code":"CT"}]},
                 "bodySite":[{"text":"CHEST"}],"authoredOn":"2026-03-01T08:00:00+08:00",
                 "requester":{"display":"Dr Zhao"},
                 "reasonCode":[{"text":"咳嗽两周 Cough for two weeks"}],"note":[{"text":"吸烟20年"}]}""", number);
        put(server, """
                {"resourceType":"Task","id":"t-#","status":"ready","intent":"order","priority":"stat",
                 "focus":{"reference":"ServiceRequest/s-#"},"for":{"reference":"Patient/p-#"},
                 "encounter":{"reference":"Encounter/e-#"},"authoredOn":"2026-03-01T00:01:00Z",
                 "restriction":{"period":{"end":"2026-03-01T00:30:00Z"}}}""", number);
    }

    /// The pictures of case `number` are in the archive.
    public static void pictures(FhirDouble server, int number) {
        put(server, """
                {"resourceType":"ImagingStudy","id":"i-#","status":"available","subject":{"reference":"Patient/p-#"},
                 "identifier":[{"system":"urn:dicom:uid","value":"urn:oid:2.25.100#"}],
                 "basedOn":[{"reference":"ServiceRequest/s-#"}],
                 "modality":[{"system":"http://dicom.nema.org/resources/ontology/DCM","code":"CT"}]}""", number);
    }

    private static void put(FhirDouble server, String json, int number) {
        server.put(json.replace("#", Integer.toString(number)));
    }

    /// Changes a resource as somebody else in the hospital would.
    public static void change(FhirDouble server, String type, String id, Consumer<ObjectNode> how) {
        ObjectNode resource = server.get(type, id).orElseThrow();
        how.accept(resource);
        server.put(resource);
    }

    public static ObjectNode json(String text) {
        try {
            return (ObjectNode) MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
