package org.readingroom.report.check;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.readingroom.report.model.Author;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportSentence;

/// What persons let stand in one report.
// [impl->req~report.check.overrule~1]
public record Overrules(List<Overrule> all) {
    public static final Overrules NONE = new Overrules(List.of());

    public Overrules {
        all = List.copyOf(all);
    }

    /// **Errors:** [IllegalArgumentException] when `rules` let nobody overrule `result`, or without a reason.
    public Overrules with(
            CheckResult result, Report report, CheckRules rules, Author author, Instant at, String reason) {
        if (!rules.isOverrulable(result)) {
            throw new IllegalArgumentException(result.checkId() + " cannot be overruled");
        }
        List<Overrule> more = new ArrayList<>(all);
        more.add(new Overrule(
                result.checkId(),
                result.sentence(),
                words(result, report),
                rules.version(),
                author.userId(),
                author.displayName(),
                at,
                reason.strip()));
        return new Overrules(more);
    }

    /// Those of `earlier` first, each once.
    public Overrules after(List<Overrule> earlier) {
        LinkedHashSet<Overrule> joined = new LinkedHashSet<>(earlier);
        joined.addAll(all);
        return new Overrules(List.copyOf(joined));
    }

    /// `results` without what may stand by `rules` and was let stand for `report` as it is now.
    public List<CheckResult> without(List<CheckResult> results, Report report, CheckRules rules) {
        return results.stream()
                .filter(result -> !rules.isOverrulable(result) || !covers(result, report))
                .toList();
    }

    /// Those that hold for `report` as it is now.
    public List<Overrule> holding(List<CheckResult> results, Report report) {
        return all.stream()
                .filter(one -> covered(one, results, report).isPresent())
                .toList();
    }

    /// Which of `results` is the one that `one` lets stand in `report` as it is now.
    public static Optional<CheckResult> covered(Overrule one, List<CheckResult> results, Report report) {
        return results.stream()
                .filter(result -> one.covers(result, words(result, report)))
                .findFirst();
    }

    public boolean covers(CheckResult result, Report report) {
        String words = words(result, report);
        return all.stream().anyMatch(one -> one.covers(result, words));
    }

    private static String words(CheckResult result, Report report) {
        String text = report.sentences().stream()
                .filter(sentence -> Objects.equals(sentence.id(), result.sentence()))
                .map(ReportSentence::words)
                .findFirst()
                .orElse("");
        return result.arguments() + " " + text;
    }
}
