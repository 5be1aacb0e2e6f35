package org.readingroom.report.workflow;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.readingroom.report.check.CheckResult;
import org.readingroom.report.check.CheckSeverity;
import org.readingroom.report.model.Author;
import org.readingroom.report.model.AuthorRole;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.Stage;
import org.readingroom.report.model.ValidVersions;

/// What a report with a program's suggestion still needs to be given out, said while it is written: how many physicians
/// are missing, who counts, who could sign, and whether the writer counts. That it is not given out without them is the
/// rules' ([SigningRules#refusals]).
// [impl->req~report.workflow.suggestion-missing~1]
public final class SuggestionConcerns {
    private static final Set<AuthorRole> PHYSICIANS = EnumSet.of(AuthorRole.RADIOLOGIST, AuthorRole.SENIOR);

    /// chosen: what fits a line.
    private static final int NAMED = 4;

    private SuggestionConcerns() {}

    /// `me` writes; `others` are the people of this home.
    ///
    /// **Order:** `versions` oldest first.
    public static List<CheckResult> of(
            Report report,
            SigningRules rules,
            List<SignedReport> versions,
            Author me,
            List<Author> others,
            LocalDate today) {
        boolean isGivenOut = Stage.isIssued(versions)
                && ValidVersions.of(versions).getLast().report().equals(report);
        SuggestionSigners signers = rules.suggestionSigners(report, versions).orElse(null);
        if (signers == null || isGivenOut) {
            return List.of();
        }
        boolean isMine = rules.stages(me, versions).stream().anyMatch(SuggestionSigners.ANSWERING::contains);
        SuggestionSigners then = isMine ? signers.with(me, today) : signers;
        if (then.missing() == 0) {
            return List.of();
        }
        List<CheckResult> results = new ArrayList<>();
        List<String> able = others.stream()
                .filter(other -> !then.has(other) && !other.userId().equals(me.userId()) && isAble(other, then, today))
                .map(Author::displayName)
                .toList();
        boolean isAnyMissing = able.size() < then.missing();
        results.add(result(
                isAnyMissing ? "suggestion.nobody" : "suggestion.signers",
                then.needed(),
                then.years(),
                names(then.counted().stream().map(Author::displayName).toList()),
                then.missing(),
                names(able)));
        if (isMine && !then.has(me)) {
            LocalDate since = me.qualifiedSince();
            results.add(
                    since == null
                            ? result("suggestion.unknown", me.displayName(), then.years())
                            : result("suggestion.short", me.displayName(), then.years(), Objects.toString(since)));
        }
        return List.copyOf(results);
    }

    private static boolean isAble(Author other, SuggestionSigners signers, LocalDate today) {
        LocalDate until = other.licenceValidUntil();
        return other.roles().stream().anyMatch(PHYSICIANS::contains)
                && until != null
                && !until.isBefore(today)
                && signers.isEnough(other, today);
    }

    private static String names(List<String> people) {
        return people.isEmpty() ? "–" : people.stream().limit(NAMED).collect(Collectors.joining(", "));
    }

    private static CheckResult result(String id, Object... arguments) {
        return new CheckResult(id, CheckSeverity.WARNING, "report.check." + id, List.of(arguments), null, null);
    }
}
