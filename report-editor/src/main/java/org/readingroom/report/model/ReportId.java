package org.readingroom.report.model;

import java.util.UUID;

/// Names one report through all its stages and versions.
public record ReportId(String value) {
    public ReportId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("ReportId must not be blank");
        }
    }

    public static ReportId create() {
        return new ReportId(UUID.randomUUID().toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
