package org.readingroom.viewer.annotation;

import java.util.UUID;

/// Names one annotation for ever: the report's evidence points at it.
public record AnnotationId(String value) {
    public AnnotationId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("AnnotationId must not be blank");
        }
    }

    public static AnnotationId random() {
        return new AnnotationId(UUID.randomUUID().toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
