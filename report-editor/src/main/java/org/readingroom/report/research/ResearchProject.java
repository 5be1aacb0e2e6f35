package org.readingroom.report.research;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/// What a research project asks for; once entered it never changes.
///
/// `ethics` is the number of the ethics approval and `committee` who gave it, until the end of
/// `validUntil`. `from` and `to` are the first and the last day of examinations. `modality` is empty for
/// any. `fields` are field ids of templates. `withCodes` asks for the codes of chosen values beside their
/// words, `withFreeText` for typed words.
public record ResearchProject(
        String id,
        String title,
        String ethics,
        String committee,
        LocalDate validUntil,
        LocalDate from,
        LocalDate to,
        String modality,
        SortedSet<String> fields,
        DateForm dates,
        boolean withCodes,
        boolean withFreeText) {
    public ResearchProject {
        title = title.strip();
        ethics = ethics.strip();
        committee = committee.strip();
        modality = modality.strip();
        fields = Collections.unmodifiableSortedSet(new TreeSet<>(fields));
    }

    public static SortedSet<String> fields(Collection<String> ids) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(ids));
    }

    /// Whether an examination of `modality` on `day` is asked for.
    boolean covers(LocalDate day, String examined) {
        return !day.isBefore(from) && !day.isAfter(to) && (modality.isEmpty() || modality.equals(examined));
    }
}
