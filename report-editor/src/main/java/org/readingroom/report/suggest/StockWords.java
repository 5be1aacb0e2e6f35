package org.readingroom.report.suggest;

import org.jspecify.annotations.Nullable;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.StudyIdentity;
import org.readingroom.report.phrase.TemplateScope;

/// A sentence that waits to be used: of a template, of a phrase book. `basis` names where it stands.
///
/// `scope` is that of its template; null for a sentence of any study.
public record StockWords(
        String basis,
        ReportLanguage language,
        SectionKind section,
        String words,
        @Nullable TemplateScope scope) {
    /// Whether it may be said of `study`.
    // [impl->req~report.suggest.stock-scope~1]
    public boolean suits(StudyIdentity study) {
        return scope == null || scope.covers(study);
    }
}
