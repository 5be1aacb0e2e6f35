package org.readingroom.report.suggest;

import java.util.ArrayList;
import java.util.List;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SuggestionTrace;

/// Which sentences of a report began as suggestions of a machine: what the rule of two physicians asks for (clause D2).
public record SuggestionUse(List<Used> used) {
    /// One such sentence and where it stands.
    public record Used(SectionKind section, ReportSentence sentence, SuggestionTrace trace) {}

    public SuggestionUse {
        used = List.copyOf(used);
    }

    public static SuggestionUse of(Report report) {
        List<Used> used = new ArrayList<>();
        report.sections()
                .forEach(section -> section.sentences().forEach(sentence -> {
                    SuggestionTrace trace = sentence.suggestion();
                    if (trace != null) {
                        used.add(new Used(section.kind(), sentence, trace));
                    }
                }));
        return new SuggestionUse(used);
    }

    public boolean isAny() {
        return !used.isEmpty();
    }
}
