package org.readingroom.report.check;

import java.util.Optional;
import java.util.function.Function;
import org.readingroom.report.model.Report;
import org.readingroom.viewer.annotation.AnnotationId;
import org.readingroom.viewer.annotation.Measured;

/// What a check may look at: the report and the marks as they are now.
///
/// `marksKnown` is false where nobody can ask the marks, as when a stored report is read alone;
/// then no check says that one is stale or gone.
public record CheckContext(Report report, boolean marksKnown, Function<AnnotationId, Optional<Measured>> marks) {
    /// A report whose marks cannot be asked.
    public static CheckContext of(Report report) {
        return new CheckContext(report, false, annotation -> Optional.empty());
    }
}
