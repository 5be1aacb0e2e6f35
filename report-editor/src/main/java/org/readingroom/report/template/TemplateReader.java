package org.readingroom.report.template;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.SectionKind;

/// Reads MRRT template files. Whatever they hold, nothing in them runs and nothing is fetched.
// [impl->req~report.template.mrrt~1]
public final class TemplateReader {
    /// The largest file that is read.
    public static final int MOST_BYTES = TemplateMarkup.MOST_BYTES;

    private final TemplateFunctions functions;

    public TemplateReader(TemplateFunctions functions) {
        this.functions = functions;
    }

    /// A template, the file it was read from without what was dropped, and what that was.
    public record ReadTemplate(ReportTemplate template, String source, List<TemplateProblem> dropped) {
        public ReadTemplate {
            dropped = List.copyOf(dropped);
        }
    }

    /// **Errors:** [TemplateException] with every reason found, by line.
    public ReadTemplate read(byte[] file) throws TemplateException {
        Document page = TemplateMarkup.parse(file);
        List<TemplateProblem> problems = new ArrayList<>(new TemplateCleaner().clean(page));
        HeadReader headReader = new HeadReader(page);
        TemplateHead head = headReader.read(problems::add);
        FieldReader fields = new FieldReader(headReader.codes(), functions, problems::add);
        RepeatReader repeats = new RepeatReader(problems::add);
        LineReader lines = new LineReader(fields, repeats, head.language() == ReportLanguage.CHINESE);
        List<TemplateSection> sections = sections(page, lines, problems);
        ReportTemplate template =
                ReportTemplate.of(head, sections, lines.fields(), TemplateRepeats.once(repeats.groups()));
        fields.asked()
                .forEach((expression, line) -> expression.fields().stream()
                        .filter(name -> !template.fields().containsKey(name))
                        .forEach(name ->
                                problems.add(TemplateProblem.fatal(line, "field-unknown", expression.source(), name))));
        new FieldOrder(template)
                .broken()
                .flatMap(field -> Optional.ofNullable(template.fields().get(field)))
                .ifPresent(field -> problems.add(TemplateProblem.fatal(field.line(), "field-ring", field.id())));
        new RepeatCheck(template, fields.asked(), problems::add).check();
        problems.sort(Comparator.comparingInt(TemplateProblem::line));
        List<TemplateProblem> fatal =
                problems.stream().filter(TemplateProblem::isFatal).toList();
        if (!fatal.isEmpty()) {
            throw new TemplateException(fatal);
        }
        return new ReadTemplate(template, page.outerHtml(), problems);
    }

    /// Reads what the program brings along.
    ReportTemplate read(InputStream stream) throws IOException {
        try {
            return read(stream.readAllBytes()).template();
        } catch (TemplateException e) {
            throw new IOException(e.problems().toString(), e);
        }
    }

    private static List<TemplateSection> sections(Document page, LineReader reader, List<TemplateProblem> problems) {
        Map<SectionKind, List<TemplateLine>> lines = new EnumMap<>(SectionKind.class);
        for (Element section : page.select("section")) {
            Element parent = section.parent();
            if (parent != null && parent.closest("section") != null) {
                continue;
            }
            String name = section.attr("data-section-name");
            Optional<SectionKind> kind = SectionNames.find(section.id(), name);
            if (kind.isEmpty()) {
                problems.add(TemplateProblem.fatal(
                        TemplateMarkup.line(section), "section-unknown", name.isEmpty() ? section.id() : name));
            } else {
                lines.computeIfAbsent(kind.get(), any -> new ArrayList<>()).addAll(reader.read(section));
            }
        }
        if (lines.isEmpty()) {
            problems.add(TemplateProblem.fatal(1, "no-section"));
        }
        return lines.entrySet().stream()
                .map(entry -> new TemplateSection(entry.getKey(), entry.getValue()))
                .toList();
    }
}
