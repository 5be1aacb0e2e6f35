package org.readingroom.testservers.ris;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import java.time.Instant;
import java.util.Date;
import java.util.EnumSet;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.DiagnosticReport.DiagnosticReportStatus;

/// Gives each final report the time of its issue, as a RIS does (clause B21): no desk says that itself.
@Interceptor
public final class IssueTime {
    private static final Set<DiagnosticReportStatus> ISSUED = EnumSet.of(
            DiagnosticReportStatus.FINAL,
            DiagnosticReportStatus.AMENDED,
            DiagnosticReportStatus.CORRECTED,
            DiagnosticReportStatus.APPENDED);

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED)
    public void created(IBaseResource resource) {
        issue(resource);
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED)
    public void updated(IBaseResource before, IBaseResource resource) {
        issue(resource);
    }

    private static void issue(IBaseResource resource) {
        if (resource instanceof DiagnosticReport report && ISSUED.contains(report.getStatus()) && !report.hasIssued()) {
            report.setIssued(Date.from(Instant.now()));
        }
    }
}
