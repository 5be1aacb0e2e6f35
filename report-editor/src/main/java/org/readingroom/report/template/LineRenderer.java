package org.readingroom.report.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.readingroom.report.edit.SentenceSplitter;
import org.readingroom.report.model.CodedConcept;
import org.readingroom.report.model.FieldValue;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.template.RenderedLine.Piece;
import org.readingroom.report.template.RenderedLine.Span;
import org.readingroom.report.template.TemplatePart.Group;
import org.readingroom.report.template.TemplatePart.Slot;
import org.readingroom.report.template.TemplatePart.Words;

/// Puts one line into words.
final class LineRenderer {
    private final ReportTemplate template;
    private final Map<String, String> values;
    private final FormState state;
    private final LineText text;
    private final List<Span> spans = new ArrayList<>();

    private LineRenderer(ReportTemplate template, Map<String, String> values, FormState state) {
        this.template = template;
        this.values = values;
        this.state = state;
        this.text = new LineText(template.language() == ReportLanguage.CHINESE);
    }

    static RenderedLine render(
            ReportTemplate template, Map<String, String> values, FormState state, TemplateLine line) {
        List<Piece> pieces = state.isShown(line) ? pieces(template, values, state, line, "") : List.of();
        return new RenderedLine(
                line,
                pieces.isEmpty() || line.lead().isEmpty()
                        ? pieces
                        : pieces(template, values, state, line, line.lead()));
    }

    private static List<Piece> pieces(
            ReportTemplate template, Map<String, String> values, FormState state, TemplateLine line, String lead) {
        LineRenderer renderer = new LineRenderer(template, values, state);
        renderer.text.words(lead);
        renderer.all(line.parts());
        return renderer.pieces(line);
    }

    private void all(List<TemplatePart> parts) {
        for (TemplatePart part : parts) {
            switch (part) {
                case Words(String words) -> text.words(words);
                case Slot(String field) -> slot(template.fields().get(field));
                case Group(Expression show, List<TemplatePart> inner) -> {
                    if (show.isTrue(state)) {
                        all(inner);
                    }
                }
            }
        }
    }

    private void slot(@org.jspecify.annotations.Nullable TemplateField field) {
        if (field == null) {
            return;
        }
        String words = FieldWords.of(field, value(field), template.language());
        boolean isGap = words.isEmpty() && !field.mayBeEmpty();
        int from = text.value(isGap ? field.gap(template.language()) : words);
        spans.add(new Span(field.id(), from, text.length(), isGap));
        if (!words.isEmpty() || isGap) {
            text.unit(field.unit());
        }
    }

    private String value(TemplateField field) {
        return field.isTyped()
                ? values.getOrDefault(field.id(), "")
                : FieldWords.computed(field, state.value(field.id()));
    }

    private List<Piece> pieces(TemplateLine line) {
        boolean beginsWithWords = !line.parts().isEmpty() && line.parts().getFirst() instanceof Words;
        String all = text.finished(template.language() == ReportLanguage.ENGLISH && !beginsWithWords);
        List<Piece> pieces = new ArrayList<>();
        int start = 0;
        for (String piece : SentenceSplitter.split(all)) {
            int end = start + piece.length();
            pieces.add(piece(piece, start, end == all.length() ? Integer.MAX_VALUE : end));
            start = end;
        }
        return pieces;
    }

    private Piece piece(String piece, int start, int end) {
        int indent = piece.length() - piece.stripLeading().length();
        int most = piece.strip().length();
        List<Span> own = new ArrayList<>();
        List<FieldValue> said = new ArrayList<>();
        List<CodedConcept> concepts = new ArrayList<>();
        for (Span span : spans) {
            if (span.from() < start || span.from() >= end) {
                continue;
            }
            int from = Math.clamp(span.from() - start - indent, 0, most);
            own.add(new Span(span.field(), from, Math.clamp(span.to() - start - indent, from, most), span.isGap()));
            TemplateField field = template.fields().get(span.field());
            if (field != null && !span.isGap()) {
                said.addAll(FieldWords.values(field, value(field)));
                CodedConcept concept = field.concept();
                if (concept != null) {
                    concepts.add(concept);
                }
            }
        }
        return new Piece(piece, own, said, concepts);
    }
}
