package org.readingroom.report.quality;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.readingroom.assets.Messages;
import org.readingroom.report.check.CheckSeverity;
import org.readingroom.report.model.AuthorRole;

/// How a hospital judges images: what may be wrong with them, what each grade asks for and stops, and who may judge.
///
/// `ungraded` weighs a report signed over images that nobody judged, null for not at all; `isPrinted` says whether a
/// signed report shows the grade.
///
/// **Order:** defects as in the file, which is that of the list.
// [impl->req~report.image-quality.rules~1]
public record ImageQualityRules(
        String version,
        Map<ImageGrade, GradeRule> grades,
        List<DefectRule> defects,
        Set<AuthorRole> gradedBy,
        Set<AuthorRole> returnedBy,
        @Nullable CheckSeverity ungraded,
        boolean isPrinted) {
    public ImageQualityRules {
        grades = Map.copyOf(grades);
        defects = List.copyOf(defects);
        gradedBy = Set.copyOf(gradedBy);
        returnedBy = Set.copyOf(returnedBy);
        Set<String> ids = new HashSet<>();
        for (DefectRule each : defects) {
            if (!ids.add(each.defect().id())) {
                throw new IllegalArgumentException(
                        "two defects are called " + each.defect().id());
            }
        }
        if (!grades.keySet().equals(EnumSet.allOf(ImageGrade.class))) {
            throw new IllegalArgumentException("not every grade has its rule: " + grades.keySet());
        }
        if (defects.stream().noneMatch(each -> each.modalities().isEmpty())) {
            throw new IllegalArgumentException("no defect can be named of every modality");
        }
        if (gradedBy.isEmpty()) {
            throw new IllegalArgumentException("nobody may judge images");
        }
        checkStops(grades);
    }

    /// A worse grade never lets through what a better one stops, and the best stops nothing.
    private static void checkStops(Map<ImageGrade, GradeRule> grades) {
        boolean isStopped = false;
        for (ImageGrade grade : ImageGrade.values()) {
            boolean blocks = grades.getOrDefault(grade, new GradeRule(GradeRule.Defects.ALLOWED, false))
                    .blocks();
            if (grade == ImageGrade.A && blocks || isStopped && !blocks) {
                throw new IllegalArgumentException(
                        "a better grade stops the report and a worse one does not: " + grade);
            }
            isStopped = blocks;
        }
    }

    /// The rule file that ships with the program, an example for the hospital's own.
    ///
    /// **Errors:** [IllegalStateException] when it is missing or broken: the program was put together wrongly.
    public static ImageQualityRules shipped() {
        try (InputStream stream = Messages.class.getResourceAsStream("rules/image-quality-1.json")) {
            if (stream == null) {
                throw new IllegalStateException("rule file of image quality is missing");
            }
            return read(stream);
        } catch (IOException e) {
            throw new IllegalStateException("rule file of image quality cannot be read", e);
        }
    }

    /// Reads a hospital's own rule file.
    ///
    /// **Errors:** [IOException] when it is none of a version we know, or says what cannot be.
    public static ImageQualityRules read(InputStream stream) throws IOException {
        return ImageQualityFile.read(stream);
    }

    public GradeRule rule(ImageGrade grade) {
        return Optional.ofNullable(grades.get(grade)).orElseThrow();
    }

    /// The grades that stop a report.
    public Set<ImageGrade> blocking() {
        return grades.entrySet().stream()
                .filter(entry -> entry.getValue().blocks())
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// What can be wrong with images of `modalities`.
    public List<DefectRule> defects(Collection<String> modalities) {
        return defects.stream().filter(each -> each.isOf(modalities)).toList();
    }

    public boolean mayGrade(Set<AuthorRole> who) {
        return who.stream().anyMatch(gradedBy::contains);
    }

    public boolean mayReturn(Set<AuthorRole> who) {
        return who.stream().anyMatch(returnedBy::contains);
    }
}
