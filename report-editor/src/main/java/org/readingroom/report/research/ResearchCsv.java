package org.readingroom.report.research;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.readingroom.assets.Messages;
import org.readingroom.report.model.CodedConcept;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.template.FieldChoice;

/// The table and what its columns mean, as two files of comma-separated values.
public final class ResearchCsv {
    private static final List<String> DICTIONARY =
            List.of("column", "field", "name_zh", "name_en", "kind", "unit", "role", "code", "choices", "templates");

    private ResearchCsv() {}

    public static String table(ResearchTable table) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(Stream.concat(
                        ResearchRow.HEADS.stream(), table.columns().stream().map(ResearchColumn::head))
                .toList());
        for (ResearchRow row : table.rows()) {
            lines.add(Stream.concat(
                            row.facts().stream(),
                            table.columns().stream().map(column -> row.values().getOrDefault(column, "")))
                    .toList());
        }
        return CsvText.of(lines);
    }

    /// What each column of `table` is, in both languages.
    // [impl->req~report.research.dictionary~1]
    public static String dictionary(ResearchTable table, ResearchFields fields) {
        Messages zh = Messages.of(Locale.CHINESE);
        Messages en = Messages.of(Locale.ENGLISH);
        List<List<String>> lines = new ArrayList<>();
        lines.add(DICTIONARY);
        for (String head : ResearchRow.HEADS) {
            String key = "report.research.column." + head.replace('_', '-');
            lines.add(List.of(head, "", zh.get(key), en.get(key), "", "", "", "", "", ""));
        }
        table.columns()
                .forEach(column -> fields.find(column.field()).ifPresent(field -> lines.add(line(column, field))));
        return CsvText.of(lines);
    }

    private static List<String> line(ResearchColumn column, ResearchField field) {
        return List.of(
                column.head(),
                field.id(),
                field.names(ReportLanguage.CHINESE),
                field.names(ReportLanguage.ENGLISH),
                each(field.uses().stream().map(use -> use.field().kind().name())),
                column.unit(),
                each(field.uses().stream().map(use -> use.field().role().name())),
                each(field.uses().stream().map(use -> use.field().concept()).flatMap(ResearchCsv::code)),
                each(field.uses().stream()
                        .flatMap(use -> use.field().choices().stream())
                        .map(ResearchCsv::choice)),
                each(field.uses().stream().map(ResearchField.Use::template)));
    }

    private static Stream<String> code(@org.jspecify.annotations.Nullable CodedConcept concept) {
        return concept == null
                ? Stream.empty()
                : Stream.of(concept.scheme() + ":" + concept.code() + " " + concept.english());
    }

    private static String choice(FieldChoice choice) {
        return choice.words() + " = " + FieldCell.code(choice);
    }

    private static String each(Stream<String> words) {
        return words.filter(word -> !word.isBlank()).distinct().sorted().collect(Collectors.joining("; "));
    }
}
