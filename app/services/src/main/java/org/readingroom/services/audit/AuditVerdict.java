package org.readingroom.services.audit;

import java.util.List;

/// What a check of the trail found.
public record AuditVerdict(long events, List<Finding> findings) {
    public AuditVerdict {
        findings = List.copyOf(findings);
    }

    public boolean isIntact() {
        return findings.isEmpty();
    }

    /// `messageKey` takes the sequence number as its only argument.
    public record Finding(String messageKey, long sequence) {}
}
