package org.readingroom.report.ui;

import java.util.Optional;
import org.readingroom.report.model.Finding;
import org.readingroom.viewer.annotation.AnnotationId;
import org.readingroom.viewer.annotation.Measured;

/// What the reading desk has measured. Called on `fx`.
public interface MeasurementSource {
    /// The selected mark, or the newest one, ready to become a sentence.
    Optional<Finding> current();

    /// The numbers of one mark as they are now; empty when the mark is gone.
    Optional<Measured> measured(AnnotationId annotation);
}
