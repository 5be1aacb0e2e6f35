package org.readingroom.report.model;

import java.util.List;
import java.util.stream.Collectors;

/// One part of a report. Its text is the sentences laid end to end, nothing between them.
public record Section(SectionKind kind, List<ReportSentence> sentences) {
    public Section {
        sentences = List.copyOf(sentences);
    }

    public static Section empty(SectionKind kind) {
        return new Section(kind, List.of());
    }

    public String text() {
        return sentences.stream().map(ReportSentence::text).collect(Collectors.joining());
    }

    public boolean isBlank() {
        return sentences.stream().allMatch(sentence -> sentence.text().isBlank());
    }
}
