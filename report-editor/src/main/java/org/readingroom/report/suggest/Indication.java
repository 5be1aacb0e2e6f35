package org.readingroom.report.suggest;

import java.util.Set;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.StudyIdentity;
import org.readingroom.report.template.BodyPart;

/// The examinations a source was made for (clause D5). An empty set is "any".
public record Indication(Set<String> modalities, Set<BodyPart> bodyParts, Set<ReportLanguage> languages) {
    public static final Indication ANY = new Indication(Set.of(), Set.of(), Set.of());

    public Indication {
        modalities = Set.copyOf(modalities);
        bodyParts = Set.copyOf(bodyParts);
        languages = Set.copyOf(languages);
    }

    /// An examination whose region nobody named is outside what a source for named regions was made for.
    public boolean covers(StudyIdentity study, ReportLanguage language) {
        return (modalities.isEmpty() || modalities.contains(study.modality()))
                && (bodyParts.isEmpty()
                        || BodyPart.of(study).filter(bodyParts::contains).isPresent())
                && (languages.isEmpty() || languages.contains(language));
    }
}
