package org.readingroom.report.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SentenceId;
import org.readingroom.report.template.RenderedLine.Piece;
import org.readingroom.report.template.RenderedLine.Span;

/// Where the fields of a form stand in the text of a report.
public final class FormPlaces {
    private FormPlaces() {}

    /// A field in the text of a section; `isGap` while it has no value.
    public record Place(SectionKind section, SentenceId sentence, String field, int from, int to, boolean isGap) {}

    /// **Order:** as they are read. Fields in a person's own words stand nowhere.
    public static List<Place> of(TemplateForm form, Report report) {
        TracedLines traced = new TracedLines(form.template(), report);
        List<Place> places = new ArrayList<>();
        for (SectionKind kind : SectionKind.values()) {
            int start = 0;
            Map<SentenceId, Piece> pieces = traced.pieces(form, kind);
            for (ReportSentence sentence : report.section(kind).sentences()) {
                Piece piece = pieces.get(sentence.id());
                if (piece != null && sentence.words().equals(piece.words())) {
                    int indent = sentence.text().length()
                            - sentence.text().stripLeading().length();
                    for (Span span : piece.spans()) {
                        places.add(new Place(
                                kind,
                                sentence.id(),
                                span.field(),
                                start + indent + span.from(),
                                start + indent + span.to(),
                                span.isGap()));
                    }
                }
                start += sentence.text().length();
            }
        }
        return places;
    }

    /// The sentence with a person's own words that was made from the line of `field`.
    public static Optional<SentenceId> own(TemplateForm form, Report report, String field) {
        TemplateLine.PlacedField place = form.template().places().get(field);
        if (place == null) {
            return Optional.empty();
        }
        List<Piece> pieces = form.render(place.line()).pieces();
        return new TracedLines(form.template(), report)
                .of(place.line().key()).entrySet().stream()
                        .filter(entry -> !FormSections.isFollowed(
                                entry.getValue(), entry.getKey() < pieces.size() ? pieces.get(entry.getKey()) : null))
                        .map(entry -> entry.getValue().id())
                        .findFirst();
    }
}
