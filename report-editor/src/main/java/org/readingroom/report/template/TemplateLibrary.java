package org.readingroom.report.template;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.readingroom.assets.Messages;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.StudyIdentity;

/// The templates there are: those that ship with the program, and a department's own over them.
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
        return Shipped.LIBRARY;
    }

    /// Read once: thirty files and more, and nothing in them changes.
    private static final class Shipped {
        static final TemplateLibrary LIBRARY = read();

        private static TemplateLibrary read() {
            TemplateReader reader = new TemplateReader(TemplateFunctions.shipped());
            List<ReportTemplate> templates = new ArrayList<>();
            for (String name : shippedFiles()) {
                try (InputStream file = open(name)) {
                    templates.add(reader.read(file));
                } catch (IOException e) {
                    throw new IllegalStateException("shipped template " + name + " cannot be read", e);
                }
            }
            return new TemplateLibrary(templates);
        }
    }

    /// The names of the files that ship.
    // [impl->req~report.template.shipped~1]
    public static List<String> shippedFiles() {
        try (InputStream index = open("index.txt")) {
            return new String(index.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException("the list of shipped templates cannot be read", e);
        }
    }

    /// The file itself, for one that a department wants to change.
    public static byte[] shippedFile(String name) {
        try (InputStream file = open(name)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException("shipped template " + name + " cannot be read", e);
        }
    }

    /// With a department's `own`, each in the place of the one with its id.
    public TemplateLibrary with(List<ReportTemplate> own) {
        Map<String, ReportTemplate> byId = new LinkedHashMap<>();
        own.forEach(template -> byId.put(template.id(), template));
        templates.forEach(template -> byId.putIfAbsent(template.id(), template));
        return new TemplateLibrary(List.copyOf(byId.values()));
    }

    /// In both languages.
    public List<ReportTemplate> all() {
        return templates;
    }

    public Optional<ReportTemplate> find(String id) {
        return templates.stream().filter(template -> template.id().equals(id)).findFirst();
    }

    /// Every template in `language`, those that suit `study` best first.
    public List<ReportTemplate> suiting(StudyIdentity study, ReportLanguage language) {
        TemplateFitness fitness = new TemplateFitness(study);
        return templates.stream()
                .filter(template -> template.language() == language)
                .sorted(Comparator.comparingInt(template -> -fitness.of(template.head())))
                .toList();
    }

    /// Whether `template` is made for something else than `study`.
    public static boolean isForOthers(ReportTemplate template, StudyIdentity study) {
        return isForOthers(template.head(), study);
    }

    /// The same of what a template says of itself.
    public static boolean isForOthers(TemplateHead head, StudyIdentity study) {
        return new TemplateFitness(study).of(head) == 0;
    }

    /// The template to offer first: one made for the study's modality and region, else the one made
    /// for any.
    public Optional<ReportTemplate> best(StudyIdentity study, ReportLanguage language) {
        return suiting(study, language).stream()
                .filter(template -> !isForOthers(template, study))
                .findFirst();
    }

    private static InputStream open(String name) throws IOException {
        InputStream stream = Messages.class.getResourceAsStream("templates/" + name);
        if (stream == null) {
            throw new IOException("template file " + name + " is missing");
        }
        return stream;
    }
}
