package org.readingroom.report.template;

import java.util.List;
import org.readingroom.report.model.CodedConcept;
import org.readingroom.report.model.FieldValue;

/// A line of a template put into words: its sentences, none when there is nothing to say.
public record RenderedLine(TemplateLine line, List<Piece> pieces) {
    public RenderedLine {
        pieces = List.copyOf(pieces);
    }

    /// One sentence of it. `text` keeps the white space between two sentences of a line; `spans` are counted in
    /// [#words()].
    public record Piece(String text, List<Span> spans, List<FieldValue> values, List<CodedConcept> concepts) {
        public Piece {
            spans = List.copyOf(spans);
            values = List.copyOf(values);
            concepts = List.copyOf(concepts);
        }

        public String words() {
            return text.strip();
        }
    }

    /// Where a field stands; `isGap` when it has no value yet.
    public record Span(String field, int from, int to, boolean isGap) {}
}
