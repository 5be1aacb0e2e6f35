package org.readingroom.report.template;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.readingroom.report.model.StudyIdentity;

/// The regions templates are made for, with the words by which studies name them.
///
/// **Source:** SNOMED CT codes and (0018,0015) values of DICOM PS3.16 Annex L; the other words are
/// what scanners write.
public enum BodyPart {
    CHEST("51185008", List.of("CHEST", "THORAX", "LUNG", "胸", "肺")),
    HEAD("69536005", List.of("HEAD", "BRAIN", "SKULL", "CRANI", "NEURO", "头", "颅", "脑"));

    private final String snomed;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> words;

    BodyPart(String snomed, List<String> words) {
        this.snomed = snomed;
        this.words = words;
    }

    /// Its code in scheme SCT.
    public String snomed() {
        return snomed;
    }

    static Optional<BodyPart> ofSnomed(String code) {
        for (BodyPart part : values()) {
            if (part.snomed.equals(code)) {
                return Optional.of(part);
            }
        }
        return Optional.empty();
    }

    /// The region of a study, by Body Part Examined and, when that says nothing, by the
    /// description.
    public static Optional<BodyPart> of(StudyIdentity study) {
        Optional<BodyPart> named = in(study.bodyPart());
        return named.isPresent() ? named : in(study.description());
    }

    private static Optional<BodyPart> in(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        for (BodyPart part : values()) {
            if (part.words.stream().anyMatch(upper::contains)) {
                return Optional.of(part);
            }
        }
        return Optional.empty();
    }
}
