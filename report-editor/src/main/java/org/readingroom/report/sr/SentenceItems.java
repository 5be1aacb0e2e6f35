package org.readingroom.report.sr;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.model.BoundMeasurement;
import org.readingroom.report.model.CodedConcept;
import org.readingroom.report.model.EvidenceAnchor;
import org.readingroom.report.model.FieldValue;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.SuggestionTrace;
import org.readingroom.viewer.coded.CodedEntry;
import org.readingroom.viewer.coded.InstanceReference;
import org.readingroom.viewer.model.FrameRef;
import org.readingroom.viewer.origin.SourceImages;
import org.readingroom.viewer.returned.QuantityCode;
import org.readingroom.viewer.sr.ContentItem;
import org.readingroom.viewer.sr.ContentValue;
import org.readingroom.viewer.sr.Relationship;

/// One sentence with everything it rests on: its words, the values it says, the numbers and images behind it.
///
/// Sentences of several lesions each hold their own, so that nothing of one stands under another.
///
/// **Source:** DICOM PS3.16 TID 2002; relationships of PS3.3 section A.35.3.3.1.3 (Comprehensive SR).
// [impl->req~report.template.repeat-out~1]
final class SentenceItems {
    private final SourceImages images;

    SentenceItems(SourceImages images) {
        this.images = images;
    }

    ContentItem of(ReportSentence sentence, CodedEntry name) {
        List<ContentItem> children = new ArrayList<>();
        SuggestionTrace trace = sentence.suggestion();
        if (trace != null) {
            children.add(text(
                    Relationship.HAS_CONCEPT_MOD,
                    QuantityCode.own("SUGGESTED", "Suggested by a program, taken over by a person"),
                    trace.source() + " " + trace.sourceVersion() + ", " + trace.act() + ", edit distance "
                            + trace.editDistance()));
        }
        sentence.concepts()
                .forEach(concept -> children.add(item(
                        Relationship.HAS_PROPERTIES,
                        QuantityCode.own("CONCEPT", "Concept of the sentence"),
                        new ContentValue.Coded(coded(concept)),
                        List.of())));
        sentence.fields().forEach(field -> children.add(field(field)));
        sentence.measurements().forEach(bound -> children.add(number(bound)));
        for (EvidenceAnchor anchor : sentence.evidence()) {
            image(anchor.frame()).ifPresent(children::add);
        }
        return item(Relationship.CONTAINS, name, new ContentValue.Text(sentence.words()), children);
    }

    /// A value whose words a person wrote over is told as such.
    private static ContentItem field(FieldValue field) {
        CodedEntry name = QuantityCode.own(field.role().name(), field.name().isBlank() ? field.field() : field.name());
        CodedConcept concept = field.concept();
        String value = (field.value() + " " + field.unit()).strip();
        String told = field.isFollowed() ? value : value + " (chosen before the words were changed)";
        return concept != null && field.isFollowed()
                ? item(Relationship.HAS_PROPERTIES, name, new ContentValue.Coded(coded(concept)), List.of())
                : text(Relationship.HAS_PROPERTIES, name, told);
    }

    private static ContentItem number(BoundMeasurement bound) {
        return item(
                Relationship.INFERRED_FROM,
                QuantityCode.of(bound.measurement(), "").concept(),
                QuantityCode.value(bound.measurement()),
                List.of());
    }

    /// The image behind a sentence, when it is here to be named with its class.
    Optional<ContentItem> image(@Nullable FrameRef frame) {
        return frame == null
                ? Optional.empty()
                : images.find(frame.instance()).map(image -> {
                    InstanceReference reference = image.reference(frame.frame());
                    return new ContentItem(
                            "",
                            Relationship.INFERRED_FROM,
                            Optional.empty(),
                            new ContentValue.Image(reference, List.of()),
                            List.of());
                });
    }

    static CodedEntry coded(CodedConcept concept) {
        String meaning = concept.english().isBlank() ? concept.chinese() : concept.english();
        return new CodedEntry(concept.code(), concept.scheme(), "", meaning.isBlank() ? concept.code() : meaning);
    }

    static ContentItem item(
            Relationship relationship, CodedEntry name, ContentValue value, List<ContentItem> children) {
        return new ContentItem("", relationship, Optional.of(name), value, children);
    }

    static ContentItem text(Relationship relationship, CodedEntry name, String text) {
        return item(relationship, name, new ContentValue.Text(text), List.of());
    }
}
