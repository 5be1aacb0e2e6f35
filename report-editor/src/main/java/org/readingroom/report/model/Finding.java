package org.readingroom.report.model;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.annotation.Measured;

/// Something seen in the images, field by field, before it is put into words.
///
/// `what` is null for a bare measurement; `location` is null when nobody said where.
public record Finding(
        @Nullable CodedConcept what,
        @Nullable CodedConcept location,
        Side side,
        List<Measured> measured,
        List<EvidenceAnchor> evidence) {
    public Finding {
        measured = List.copyOf(measured);
        evidence = List.copyOf(evidence);
    }
}
