package org.readingroom.report.quality;

/// What a grade asks for, and whether it stops the report.
public record GradeRule(Defects defects, boolean blocks) {
    /// Whether defects are named with a grade.
    public enum Defects {
        NONE,
        ALLOWED,
        REQUIRED
    }
}
