package org.readingroom.report.suggest;

/// What stands behind a source of suggestions.
public enum SourceKind {
    /// Rules that people wrote down.
    RULES,
    /// Counts over the department's own reports.
    STATISTICS,
    /// A trained model; a medical device that needs a registration (clause D9).
    MODEL;

    public String messageKey() {
        return "report.suggest.kind." + name().toLowerCase(java.util.Locale.ROOT);
    }
}
