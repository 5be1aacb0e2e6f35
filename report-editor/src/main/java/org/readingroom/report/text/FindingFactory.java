package org.readingroom.report.text;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.model.AnchorWindow;
import org.readingroom.report.model.CodedConcept;
import org.readingroom.report.model.EvidenceAnchor;
import org.readingroom.report.model.Finding;
import org.readingroom.report.model.Side;
import org.readingroom.viewer.annotation.Annotation;
import org.readingroom.viewer.annotation.Measured;

/// Makes a finding of a mark and its numbers.
public final class FindingFactory {
    /// A bare measurement: nobody has said yet what it is or where.
    ///
    /// `window` is the one the mark is seen under, null for the frame's own.
    public Finding of(Annotation annotation, Measured measured, @Nullable AnchorWindow window) {
        return of(annotation, measured, window, null, null, Side.NONE);
    }

    public Finding of(
            Annotation annotation,
            Measured measured,
            @Nullable AnchorWindow window,
            @Nullable CodedConcept what,
            @Nullable CodedConcept location,
            Side side) {
        EvidenceAnchor anchor = new EvidenceAnchor(
                annotation.placement().series(),
                annotation.placement().referencedFrame().orElse(null),
                annotation.id(),
                window);
        return new Finding(what, location, side, List.of(measured), List.of(anchor));
    }
}
