package org.readingroom.report.critical;

import java.util.List;
import java.util.Set;
import org.readingroom.report.model.ReportLanguage;

/// One critical value of the dictionary.
///
/// `modalities` and `bodyParts` are where it is looked for, empty for everywhere. `words` name it; one of several
/// parts with `+` between them wants all of the parts.
public record CriticalEntry(
        String id,
        String nameZh,
        String nameEn,
        Set<String> modalities,
        List<String> bodyParts,
        List<String> words,
        CriticalLimits limits) {
    /// What is critical although no entry names it.
    public static final String OTHER = "other";

    public CriticalEntry {
        modalities = Set.copyOf(modalities);
        bodyParts = List.copyOf(bodyParts);
        words = List.copyOf(words);
    }

    public String name(ReportLanguage language) {
        return language == ReportLanguage.CHINESE ? nameZh : nameEn;
    }
}
