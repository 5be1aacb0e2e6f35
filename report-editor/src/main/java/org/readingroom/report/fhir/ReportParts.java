package org.readingroom.report.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.readingroom.report.model.Author;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.StudyIdentity;

/// What all resources of one filing say alike: whose it is, when, of what and by whom.
record ReportParts(Filing filing) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx");

    SignedReport signed() {
        return filing.signed();
    }

    Report report() {
        return signed().report();
    }

    private StudyIdentity study() {
        return report().study();
    }

    /// The one patient on the server who has this number: the server refuses when it is none or several.
    ObjectNode subject() {
        String id = study().patient().id().value();
        return FhirJson.reference("Patient?" + FhirJson.query("", id))
                .put("display", study().patient().name().display());
    }

    Optional<String> effective() {
        LocalDateTime time = study().studyTime();
        return time == null
                ? Optional.empty()
                : Optional.of(TIME.format(time.withNano(0).atZone(filing.zone())));
    }

    ObjectNode author() {
        return person(signed().act().author());
    }

    static ObjectNode person(Author author) {
        ObjectNode person = FhirJson.object().put("type", "Practitioner");
        String number = author.licenceNumber().isBlank() ? author.userId() : author.licenceNumber();
        person.putObject("identifier").put("value", number);
        return person.put("display", author.displayName());
    }

    ObjectNode imagingStudy() {
        return FhirJson.named("ImagingStudy", studyIdentifier());
    }

    ObjectNode studyIdentifier() {
        return FhirJson.identifier(
                FhirJson.DICOM_UID, "urn:oid:" + study().study().value());
    }

    /// The request; nothing when neither it nor an accession number is known.
    Optional<ObjectNode> order() {
        if (!filing.order().isEmpty()) {
            return Optional.of(FhirJson.reference(filing.order()));
        }
        if (study().accessionNumber().isBlank()) {
            return Optional.empty();
        }
        ObjectNode accession = FhirJson.object();
        accession.set(
                "type", FhirJson.concept("http://terminology.hl7.org/CodeSystem/v2-0203", "ACSN", "Accession ID"));
        accession.put("value", study().accessionNumber());
        return Optional.of(FhirJson.named("ServiceRequest", accession));
    }
}
