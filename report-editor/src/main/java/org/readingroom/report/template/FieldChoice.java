package org.readingroom.report.template;

import org.jspecify.annotations.Nullable;
import org.readingroom.report.model.CodedConcept;

/// One option of a list: `words` go into the sentence, `label` stands in the list, `code` is what expressions get.
public record FieldChoice(
        String words, String label, String code, @Nullable CodedConcept concept) {}
