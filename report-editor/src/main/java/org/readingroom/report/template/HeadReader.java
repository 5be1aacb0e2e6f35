package org.readingroom.report.template;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.readingroom.report.model.CodedConcept;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.viewer.model.Sex;

/// Reads what a page says of itself: its `meta` elements and its codes.
///
/// **Source:** IHE RAD TF-3, RAD-103; sexes are SNOMED CT 248152002 female and 248153007 male.
final class HeadReader {
    private final Document page;
    private final Document codes;

    HeadReader(Document page) {
        this.page = page;
        this.codes = TemplateCleaner.codes(page);
    }

    TemplateHead read(Consumer<TemplateProblem> problems) {
        Set<String> modalities = new HashSet<>();
        Set<BodyPart> parts = EnumSet.noneOf(BodyPart.class);
        Set<Sex> sexes = EnumSet.noneOf(Sex.class);
        for (Element code : codes.select("code")) {
            if (code.closest("entry") != null) {
                continue;
            }
            String value = value(code, "value");
            switch (value(code, "scheme").toUpperCase(Locale.ROOT)) {
                case "DCM" -> modalities.add(value);
                case "SCT", "SRT" -> {
                    BodyPart.ofSnomed(value).ifPresent(parts::add);
                    if (value.equals("248152002")) {
                        sexes.add(Sex.FEMALE);
                    } else if (value.equals("248153007")) {
                        sexes.add(Sex.MALE);
                    }
                }
                default -> {}
            }
        }
        String title = meta("dcterms.title").isEmpty() ? page.title().strip() : meta("dcterms.title");
        String id = meta("dcterms.identifier");
        if (id.isEmpty()) {
            problems.accept(TemplateProblem.fatal(1, "no-identifier"));
        }
        if (title.isEmpty()) {
            problems.accept(TemplateProblem.fatal(1, "no-title"));
        }
        return new TemplateHead(
                id,
                title,
                meta("dcterms.description"),
                ReportLanguage.of(Locale.forLanguageTag(language())),
                modalities,
                parts,
                sexes,
                words());
    }

    /// By the id of the field or option they are of. The words of a code are the same in both languages: a template has
    /// one.
    Map<String, CodedConcept> codes() {
        Map<String, CodedConcept> byId = new HashMap<>();
        for (Element entry : codes.select("entry")) {
            Element code = entry.selectFirst("code");
            if (code != null
                    && !value(code, "value").isEmpty()
                    && !value(code, "scheme").isEmpty()) {
                String meaning = value(code, "meaning");
                byId.put(
                        value(entry, "ORIGTXT"),
                        new CodedConcept(value(code, "value"), value(code, "scheme"), meaning, meaning));
            }
        }
        return byId;
    }

    private String language() {
        String said = meta("dcterms.language");
        Element html = page.selectFirst("html");
        return said.isEmpty() && html != null ? html.attr("lang") : said;
    }

    private List<String> words() {
        return Arrays.stream(meta("rr.words").split("[;；]"))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private String meta(String name) {
        return page.select("meta").stream()
                .filter(meta -> meta.attr("name").strip().equalsIgnoreCase(name))
                .map(meta -> meta.attr("content").replaceAll("\\s+", " ").strip())
                .findFirst()
                .orElse("");
    }

    /// Attributes of XML keep their case; people write `ORIGTXT` and `origtxt`.
    private static String value(Element element, String attribute) {
        for (Attribute one : element.attributes()) {
            if (one.getKey().equalsIgnoreCase(attribute)) {
                return one.getValue().strip();
            }
        }
        return "";
    }
}
