package org.readingroom.report.fhir;

import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.ValidVersions;

/// One signed version on its way to the hospital.
///
/// `versions` are all signed ones, oldest first; the last is filed. `pdf` is the form people read. `operation`
/// names this filing for ever. `order` is the request the report answers, such as `ServiceRequest/12`, empty when
/// this desk does not know it: then the accession number says which. `zone` is that of the study's times.
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record Filing(List<SignedReport> versions, byte[] pdf, UUID operation, String order, ZoneId zone) {
    public Filing {
        versions = List.copyOf(versions);
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("nothing to file");
        }
        if (ValidVersions.isBeingReread(versions)) {
            throw new IllegalArgumentException("what nobody reviewed takes no place of what was given out");
        }
    }

    SignedReport signed() {
        return versions.getLast();
    }
}
