package org.readingroom.report.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something seen in the images, field by field, before it is put into words.
///
/// `what` is null for a bare measurement; `location` is null when nobody said where.
public record Finding(
        @Nullable CodedConcept what,
        @Nullable CodedConcept location,
        Side side,
        List<FindingMeasurement> measurements,
        List<EvidenceAnchor> evidence) {
    public Finding {
        measurements = List.copyOf(measurements);
        evidence = List.copyOf(evidence);
    }
}
