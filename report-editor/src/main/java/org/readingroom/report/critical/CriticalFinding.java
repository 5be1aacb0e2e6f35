package org.readingroom.report.critical;

import java.util.Locale;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.viewer.model.StudyUid;

/// What was found, where, under which entry of which dictionary.
///
/// The names and limits of the entry are kept as they were then: a new dictionary changes no loop. `report` and
/// `sentence` are empty when it rests on no sentence.
public record CriticalFinding(
        StudyUid study,
        String report,
        String sentence,
        String words,
        String dictionaryVersion,
        String entry,
        String nameZh,
        String nameEn,
        CriticalLimits limits) {
    public CriticalFinding {
        words = words.strip();
    }

    /// `words` of `study`'s report under `entry`.
    public static CriticalFinding of(
            CriticalDictionary dictionary,
            CriticalEntry entry,
            StudyUid study,
            String report,
            String sentence,
            String words) {
        return new CriticalFinding(
                study,
                report,
                sentence,
                words,
                dictionary.version(),
                entry.id(),
                entry.nameZh(),
                entry.nameEn(),
                entry.limits());
    }

    /// The same finding of the same study has the same key; what is in no entry goes by its words.
    public String key() {
        String what = entry.equals(CriticalEntry.OTHER)
                ? entry + ' ' + words.replaceAll("[\\s\\p{Punct}。，；、]+", "").toLowerCase(Locale.ROOT)
                : entry;
        return study.value() + ' ' + what;
    }

    public String name(ReportLanguage language) {
        return language == ReportLanguage.CHINESE ? nameZh : nameEn;
    }
}
