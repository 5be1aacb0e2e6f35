package org.readingroom.report.sign;

import static org.readingroom.report.sign.CanonicalReport.list;
import static org.readingroom.report.sign.CanonicalReport.object;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.model.AnchorWindow;
import org.readingroom.report.model.Author;
import org.readingroom.report.model.CodedConcept;
import org.readingroom.report.model.FieldValue;
import org.readingroom.report.model.KeyImage;
import org.readingroom.report.model.Polarity;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.Section;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SigningAct;
import org.readingroom.report.model.SuggestionTrace;

/// The parts of a report that only the second canonical form has; each stands there only where it says something.
// [impl->req~report.sign.structured~1]
final class StructuredParts {
    private StructuredParts() {}

    static boolean isIn(Report report) {
        return report.conclusion() != Polarity.UNMARKED
                || !report.keyImages().isEmpty()
                || !report.section(SectionKind.CONSULTATION).isBlank()
                || report.sentences().stream()
                        .anyMatch(sentence -> !sentence.fields().isEmpty() || sentence.suggestion() != null);
    }

    static boolean isIn(SigningAct act) {
        return act.author().qualifiedSince() != null;
    }

    /// The sections of the first form, and the opinions of a consultation where there are any.
    static List<Section> sections(Report report) {
        return report.sections().stream()
                .filter(section -> section.kind() != SectionKind.CONSULTATION || !section.isBlank())
                .toList();
    }

    static void add(Author author, Map<String, @Nullable Object> members) {
        if (author.qualifiedSince() != null) {
            members.put("qualifiedSince", author.qualifiedSince().toString());
        }
    }

    static void add(Report report, Map<String, @Nullable Object> members) {
        if (report.conclusion() != Polarity.UNMARKED) {
            members.put("conclusion", report.conclusion().name());
        }
        if (!report.keyImages().isEmpty()) {
            members.put("keyImages", list(report.keyImages(), StructuredParts::keyImage));
        }
    }

    static void add(ReportSentence sentence, Map<String, @Nullable Object> members) {
        if (!sentence.fields().isEmpty()) {
            members.put("fields", list(sentence.fields(), StructuredParts::field));
        }
        SuggestionTrace trace = sentence.suggestion();
        if (trace != null) {
            members.put("suggestion", suggestion(trace));
        }
    }

    private static Object field(FieldValue field) {
        CodedConcept concept = field.concept();
        return object(
                "field", field.field(),
                "role", field.role().name(),
                "name", field.name(),
                "value", field.value(),
                "unit", field.unit(),
                "concept", concept == null ? null : CanonicalReport.concept(concept),
                "isFollowed", field.isFollowed());
    }

    private static Object suggestion(SuggestionTrace trace) {
        return object(
                "source", trace.source(),
                "sourceVersion", trace.sourceVersion(),
                "suggested", trace.suggested(),
                "act", trace.act().name(),
                "editDistance", trace.editDistance(),
                "basis", list(trace.basis(), each -> each));
    }

    private static Object keyImage(KeyImage image) {
        AnchorWindow window = image.window();
        return object(
                "series", image.series().value(),
                "instance", image.frame().instance().value(),
                "frame", image.frame().frame(),
                "windowCenter", window == null ? null : CanonicalReport.decimal(window.center()),
                "windowWidth", window == null ? null : CanonicalReport.decimal(window.width()),
                "caption", image.caption());
    }
}
