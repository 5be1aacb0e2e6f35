package org.readingroom.services.reporting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.model.Section;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.SigningAct;
import org.readingroom.report.model.StudyIdentity;

/// The last signed version of each report, as words to be found. It lives in memory and dies with the session.
///
/// **Thread:** one at a time.
// [impl->req~report.search.words~1]
final class ReportIndex {
    /// chosen: more is no answer; the person narrows the question.
    static final int MOST = 200;

    /// chosen: a line of the list.
    private static final int BEFORE = 16;

    private static final int AFTER = 60;

    private record Text(StudyIdentity study, SigningAct act, String words, String folded) {}

    private final ReportPostings postings = new ReportPostings();
    private final List<@Nullable Text> texts = new ArrayList<>();
    private final Map<String, Integer> last = new HashMap<>();

    /// Takes a version in; an earlier one of the same report is found no more.
    void add(SignedReport signed) {
        String words = signed.report().sections().stream()
                .filter(section -> !section.isBlank())
                .map(Section::text)
                .collect(Collectors.joining("\n"));
        String id = signed.report().id().value();
        Integer before = last.get(id);
        Text old = before == null ? null : texts.get(before);
        if (old != null && old.act().version() > signed.act().version()) {
            return;
        }
        if (before != null) {
            texts.set(before, null);
        }
        String folded = FoldedText.of(words);
        last.put(id, postings.add(folded));
        texts.add(new Text(signed.report().study(), signed.act(), words, folded));
    }

    /// At most [#MOST], the newest study first; nothing when no words are given.
    List<ReportHit> find(ReportQuery query) {
        List<String> terms = FoldedText.terms(query.words());
        if (terms.isEmpty()) {
            return List.of();
        }
        int[] candidates = postings.candidates(terms.getFirst());
        for (String term : terms.subList(1, terms.size())) {
            candidates = ReportPostings.both(candidates, postings.candidates(term));
        }
        List<Text> found = new ArrayList<>();
        for (int number : candidates) {
            Text text = texts.get(number);
            if (text != null && isMeant(text, query) && terms.stream().allMatch(text.folded::contains)) {
                found.add(text);
            }
        }
        return found.stream()
                .sorted(Comparator.comparing((Text text) -> day(text.study)).reversed())
                .limit(MOST)
                .map(text -> hit(text, terms.getFirst()))
                .toList();
    }

    List<StudyIdentity> studies(Predicate<StudyIdentity> meant) {
        return texts.stream()
                .filter(Objects::nonNull)
                .map(Text::study)
                .filter(meant)
                .toList();
    }

    int size() {
        return last.size();
    }

    private static boolean isMeant(Text text, ReportQuery query) {
        LocalDate day = day(text.study);
        LocalDate from = query.from();
        LocalDate until = query.until();
        // a study without a day is in no stretch of days
        boolean isDated = !day.equals(LocalDate.MIN) || from == null && until == null;
        return (query.modality().isEmpty() || query.modality().equals(text.study.modality()))
                && isDated
                && (from == null || !day.isBefore(from))
                && (until == null || !day.isAfter(until))
                && FoldedText.of(text.act.author().displayName()).contains(FoldedText.of(query.author()));
    }

    private static LocalDate day(StudyIdentity study) {
        var time = study.studyTime();
        return time == null ? LocalDate.MIN : time.toLocalDate();
    }

    private static ReportHit hit(Text text, String term) {
        int at = text.folded.indexOf(term);
        int from = Math.max(0, at - BEFORE);
        int to = Math.min(text.words.length(), at + term.length() + AFTER);
        String snippet = text.words.substring(from, to).replace('\n', ' ');
        return new ReportHit(text.study, text.act, snippet, at - from, at - from + term.length());
    }
}
