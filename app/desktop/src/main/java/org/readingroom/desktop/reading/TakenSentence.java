package org.readingroom.desktop.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SentenceId;

/// A sentence that only the hospital changed, as it is here and as it would be; empty where it is not.
record TakenSentence(SectionKind section, String here, String then) {
    /// What differs from `mine` in `merged`.
    ///
    /// **Order:** as they are read, what goes last.
    static List<TakenSentence> of(Report mine, Report merged) {
        List<TakenSentence> all = new ArrayList<>();
        for (SectionKind section : SectionKind.values()) {
            Map<SentenceId, String> here = words(mine, section);
            Map<SentenceId, String> then = words(merged, section);
            Set<SentenceId> ids = new LinkedHashSet<>(then.keySet());
            ids.addAll(here.keySet());
            for (SentenceId id : ids) {
                String before = here.getOrDefault(id, "");
                String after = then.getOrDefault(id, "");
                if (!before.equals(after)) {
                    all.add(new TakenSentence(section, before, after));
                }
            }
        }
        return all;
    }

    private static Map<SentenceId, String> words(Report report, SectionKind section) {
        Map<SentenceId, String> words = new LinkedHashMap<>();
        for (ReportSentence sentence : report.section(section).sentences()) {
            words.put(sentence.id(), sentence.words());
        }
        return words;
    }
}
