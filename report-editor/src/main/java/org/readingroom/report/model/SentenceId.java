package org.readingroom.report.model;

import java.util.UUID;

/// Names one sentence for as long as it lives; merging, evidence and redlines hold on to it.
public record SentenceId(String value) {
    public SentenceId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("SentenceId must not be blank");
        }
    }

    public static SentenceId create() {
        return new SentenceId(UUID.randomUUID().toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
