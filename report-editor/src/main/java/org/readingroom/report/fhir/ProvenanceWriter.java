package org.readingroom.report.fhir;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.List;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.SigningAct;
import org.readingroom.report.model.Stage;
import org.readingroom.report.model.ValidVersions;

/// Who signed a version, and the signature itself.
///
/// **Source:** FHIR R4 Provenance; ASTM E1762-95 codes of what a signature means.
final class ProvenanceWriter {
    private static final String AGENTS = "http://terminology.hl7.org/CodeSystem/provenance-participant-type";
    private static final String PURPOSES = "urn:iso-astm:E1762-95:2013";

    private final ReportParts parts;

    ProvenanceWriter(ReportParts parts) {
        this.parts = parts;
    }

    /// `tag` names the filing, so that it is kept once.
    ObjectNode write(String target, ObjectNode tag) {
        SignedReport signed = parts.signed();
        SigningAct act = signed.act();
        ObjectNode node = FhirJson.resource("Provenance");
        node.putObject("meta").putArray("tag").add(tag);
        node.putArray("target").add(FhirJson.reference(target));
        node.put("recorded", act.signedAt().toString());
        if (!act.reason().isBlank()) {
            node.putArray("reason").addObject().put("text", act.reason());
        }
        ArrayNode agents = node.putArray("agent");
        for (SignedReport each : parts.filing().versions()) {
            boolean isLast = each.act().version() == act.version();
            ObjectNode agent = agents.addObject();
            agent.set(
                    "type",
                    isLast && isReview()
                            ? FhirJson.concept(AGENTS, "verifier", "Verifier")
                            : FhirJson.concept(AGENTS, "author", "Author"));
            agent.set("who", ReportParts.person(each.act().author()));
        }
        ObjectNode signature = node.putArray("signature").addObject();
        signature.putArray("type").add(purpose(isReview()));
        signature.put("when", act.signedAt().toString());
        signature.set("who", ReportParts.person(act.author()));
        signature.put("targetFormat", ReportBundle.SIGNED_TYPE);
        signature.put("sigFormat", "application/pkcs7-signature");
        signature.put("data", Base64.getEncoder().encodeToString(signed.signature()));
        return node;
    }

    /// Whether the last who signed reviewed what another wrote.
    private boolean isReview() {
        List<SignedReport> versions = parts.filing().versions();
        Stage stage = versions.getLast().act().stage();
        return stage == Stage.REVIEW
                || stage == Stage.AMENDMENT && ValidVersions.isBeingReread(versions.subList(0, versions.size() - 1));
    }

    private static ObjectNode purpose(boolean isReview) {
        String[] purpose = isReview
                ? new String[] {"1.2.840.10065.1.12.1.5", "Verification Signature"}
                : new String[] {"1.2.840.10065.1.12.1.1", "Author's Signature"};
        return FhirJson.object().put("system", PURPOSES).put("code", purpose[0]).put("display", purpose[1]);
    }
}
