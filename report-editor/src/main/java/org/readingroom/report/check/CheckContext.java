package org.readingroom.report.check;

import java.util.Optional;
import java.util.function.Function;
import org.readingroom.report.model.Report;
import org.readingroom.viewer.annotation.AnnotationId;
import org.readingroom.viewer.annotation.Measured;

/// What a check may look at: the report, the marks as they are now, and what is known around them.
///
/// `marksKnown` is false where nobody can ask the marks, as when a stored report is read alone;
/// then no check says that one is stale or gone.
public record CheckContext(
        Report report, boolean marksKnown, Function<AnnotationId, Optional<Measured>> marks, CheckFacts facts) {
    /// A report around which nothing is known.
    public CheckContext(Report report, boolean marksKnown, Function<AnnotationId, Optional<Measured>> marks) {
        this(report, marksKnown, marks, CheckFacts.UNKNOWN);
    }

    /// A report whose marks cannot be asked.
    public static CheckContext of(Report report) {
        return new CheckContext(report, false, annotation -> Optional.empty());
    }

    public CheckContext with(CheckFacts newFacts) {
        return new CheckContext(report, marksKnown, marks, newFacts);
    }
}
