package org.readingroom.report.template;

import java.util.List;
import java.util.Set;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.viewer.model.Sex;

/// What a template says of itself.
///
/// `modalities` are DICOM modality codes, `parts` and `sexes` whom and what it is made for; each empty for any. `words`
/// name procedures as descriptions of studies do.
public record TemplateHead(
        String id,
        String title,
        String description,
        ReportLanguage language,
        Set<String> modalities,
        Set<BodyPart> parts,
        Set<Sex> sexes,
        List<String> words) {
    public TemplateHead {
        modalities = Set.copyOf(modalities);
        parts = Set.copyOf(parts);
        sexes = Set.copyOf(sexes);
        words = List.copyOf(words);
    }
}
