package org.readingroom.report.template;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.readingroom.report.model.StudyIdentity;
import org.readingroom.viewer.model.Sex;

/// How well a template suits a study: by modality, region, procedure and sex.
///
/// A template that is made for something else scores 0. What is named counts more than "any", a part more than what it
/// is
/// part of, and a word of the procedure most.
// [impl->req~report.template.choose~1]
final class TemplateFitness {
    private final StudyIdentity study;
    private final Optional<BodyPart> part;
    private final Optional<BodyPart> described;

    TemplateFitness(StudyIdentity study) {
        this.study = study;
        this.part = BodyPart.of(study);
        this.described = BodyPart.of(new StudyIdentity(
                study.study(),
                study.patient(),
                study.accessionNumber(),
                study.studyTime(),
                study.modality(),
                "",
                study.description(),
                study.institution()));
    }

    int of(TemplateHead head) {
        boolean anyModality = head.modalities().isEmpty();
        if (!anyModality && !head.modalities().contains(study.modality())) {
            return 0;
        }
        Sex sex = study.patient().sex();
        boolean isOtherSex = !head.sexes().isEmpty()
                && (sex == Sex.MALE || sex == Sex.FEMALE)
                && !head.sexes().contains(sex);
        int region = region(head.parts());
        if (isOtherSex || region < 0) {
            return 0;
        }
        return 1 + (anyModality ? 0 : 1) + 2 * region + (isNamed(head) ? 10 : 0);
    }

    /// 0 for any, 4 for the part itself, less for what it is part of; negative for another.
    private int region(Set<BodyPart> parts) {
        if (parts.isEmpty()) {
            return 0;
        }
        return Math.max(distance(part, parts), distance(described, parts));
    }

    private static int distance(Optional<BodyPart> from, Set<BodyPart> parts) {
        Set<BodyPart> seen = EnumSet.noneOf(BodyPart.class);
        int points = 4;
        for (BodyPart one = from.orElse(null); one != null && seen.add(one); one = one.within()) {
            if (parts.contains(one)) {
                return points;
            }
            points--;
        }
        return -1;
    }

    private boolean isNamed(TemplateHead head) {
        String description = study.description().toUpperCase(Locale.ROOT);
        return head.words().stream().anyMatch(word -> description.contains(word.toUpperCase(Locale.ROOT)));
    }
}
