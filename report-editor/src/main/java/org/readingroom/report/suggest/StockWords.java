package org.readingroom.report.suggest;

import java.util.Set;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.template.BodyPart;

/// A sentence that waits to be used: of a template, of a phrase book. `basis` names where it stands.
///
/// `modalities` and `bodyParts` are empty for "any".
public record StockWords(
        String basis,
        ReportLanguage language,
        SectionKind section,
        String words,
        Set<String> modalities,
        Set<BodyPart> bodyParts) {
    public StockWords {
        modalities = Set.copyOf(modalities);
        bodyParts = Set.copyOf(bodyParts);
    }
}
