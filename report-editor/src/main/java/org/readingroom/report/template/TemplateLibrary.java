package org.readingroom.report.template;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.readingroom.assets.Messages;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.StudyIdentity;

/// The templates that ship with the program.
// [impl->req~report.template.library~1]
public final class TemplateLibrary {
    private final List<ReportTemplate> templates;

    TemplateLibrary(List<ReportTemplate> templates) {
        this.templates = List.copyOf(templates);
    }

    /// Reads the files that `templates/index.txt` in the assets names.
    ///
    /// **Errors:** [IllegalStateException] when one is missing or broken: the program was put
    /// together wrongly.
    public static TemplateLibrary shipped() {
        List<ReportTemplate> templates = new ArrayList<>();
        try (InputStream index = open("index.txt")) {
            List<String> names = new String(index.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
            for (String name : names) {
                try (InputStream file = open(name)) {
                    templates.add(TemplateReader.read(file));
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("shipped templates cannot be read", e);
        }
        return new TemplateLibrary(templates);
    }

    /// Every template in `language`, those that suit `study` best first.
    public List<ReportTemplate> suiting(StudyIdentity study, ReportLanguage language) {
        Optional<BodyPart> part = BodyPart.of(study);
        return templates.stream()
                .filter(template -> template.language() == language)
                .sorted(Comparator.comparingInt(template -> -fitness(template, study.modality(), part)))
                .toList();
    }

    /// The template to offer first: one made for the study's modality and region, else the one made
    /// for any.
    public Optional<ReportTemplate> best(StudyIdentity study, ReportLanguage language) {
        Optional<BodyPart> part = BodyPart.of(study);
        return suiting(study, language).stream()
                .filter(template -> fitness(template, study.modality(), part) > 0)
                .findFirst();
    }

    private static int fitness(ReportTemplate template, String modality, Optional<BodyPart> part) {
        boolean anyModality = template.modalities().isEmpty();
        boolean anyPart = template.bodyParts().isEmpty();
        if (!anyModality && !template.modalities().contains(modality)
                || !anyPart && part.filter(template.bodyParts()::contains).isEmpty()) {
            return 0;
        }
        return 1 + (anyModality ? 0 : 1) + (anyPart ? 0 : 2);
    }

    private static InputStream open(String name) throws IOException {
        InputStream stream = Messages.class.getResourceAsStream("templates/" + name);
        if (stream == null) {
            throw new IOException("template file " + name + " is missing");
        }
        return stream;
    }
}
