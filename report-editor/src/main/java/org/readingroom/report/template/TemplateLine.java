package org.readingroom.report.template;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One line of a template: a sentence, seldom two, with its fields.
///
/// `key` names the line for as long as its words in the template stay the same; the sentences made from it hold on to
/// it.
/// `show` is null for a line that is always there. `lead` stands before a line of one of several lesions.
public record TemplateLine(String key, @Nullable Expression show, List<TemplatePart> parts, String lead) {
    public TemplateLine {
        parts = List.copyOf(parts);
    }

    /// The fields in it, in their order, each with the conditions under which it is there.
    List<PlacedField> placed() {
        List<PlacedField> placed = new ArrayList<>();
        TemplatePart.walk(parts, show == null ? List.of() : List.of(show), (part, around) -> {
            if (part instanceof TemplatePart.Slot(String field)) {
                placed.add(new PlacedField(field, this, around));
            }
        });
        return placed;
    }

    /// The ids of the fields in it, in their order.
    public List<String> fields() {
        return placed().stream().map(PlacedField::field).toList();
    }

    /// Whether the line is empty while its fields and conditional parts say nothing: it has no words of its own.
    boolean maySayNothing() {
        return parts.stream().noneMatch(part -> part instanceof TemplatePart.Words(String text) && !text.isBlank());
    }

    /// A field, the line it stands in, and all conditions around it.
    record PlacedField(String field, TemplateLine line, List<Expression> shows) {
        PlacedField {
            shows = List.copyOf(shows);
        }
    }
}
