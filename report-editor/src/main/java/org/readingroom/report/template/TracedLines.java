package org.readingroom.report.template;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SentenceId;

/// Which sentences of a report were made from which line of a template.
final class TracedLines {
    /// chosen: a line is one sentence, two at most; only a text of several lines has more.
    private static final int MOST_PIECES = 40;

    private final Map<String, NavigableMap<Integer, ReportSentence>> byLine = new HashMap<>();

    TracedLines(ReportTemplate template, Report report) {
        Map<SentenceId, ReportSentence> sentences = new HashMap<>();
        report.sentences().forEach(sentence -> sentences.put(sentence.id(), sentence));
        for (TemplateSection section : template.sections()) {
            for (TemplateLine line : section.lines()) {
                for (int piece = 0; piece < pieces(line, template); piece++) {
                    ReportSentence sentence =
                            sentences.get(LineKeys.sentence(report.id(), template.id(), line.key(), piece));
                    if (sentence != null) {
                        byLine.computeIfAbsent(line.key(), key -> new TreeMap<>())
                                .put(piece, sentence);
                    }
                }
            }
        }
    }

    /// A line without words that a person types has few sentences; the rest is looked for in vain.
    private static int pieces(TemplateLine line, ReportTemplate template) {
        boolean isTyped = line.placed().stream()
                .map(place -> template.fields().get(place.field()))
                .anyMatch(field -> field != null
                        && field.kind() != FieldKind.NUMBER
                        && field.choices().isEmpty());
        return isTyped ? MOST_PIECES : MOST_PIECES / 5;
    }

    Set<SentenceId> ids() {
        return byLine.values().stream()
                .flatMap(pieces -> pieces.values().stream())
                .map(ReportSentence::id)
                .collect(Collectors.toSet());
    }

    boolean has(TemplateLine line) {
        return byLine.containsKey(line.key());
    }

    /// **Order:** as they were made; those that are left.
    List<ReportSentence> of(TemplateLine line) {
        return List.copyOf(of(line.key()).values());
    }

    NavigableMap<Integer, ReportSentence> of(String key) {
        return byLine.getOrDefault(key, new TreeMap<>());
    }

    /// What the form says in the place of each sentence of a section.
    Map<SentenceId, RenderedLine.Piece> pieces(TemplateForm form, SectionKind kind) {
        Map<SentenceId, RenderedLine.Piece> pieces = new HashMap<>();
        for (RenderedLine line : form.lines(kind)) {
            of(line.line().key()).forEach((at, sentence) -> {
                if (at < line.pieces().size()) {
                    pieces.put(sentence.id(), line.pieces().get(at));
                }
            });
        }
        return pieces;
    }
}
