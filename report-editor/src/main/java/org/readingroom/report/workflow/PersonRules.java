package org.readingroom.report.workflow;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.readingroom.report.model.Author;
import org.readingroom.report.model.AuthorRole;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.SentenceId;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.Stage;
import org.readingroom.report.model.ValidVersions;

/// Whether the person may sign what they want to sign, beside whose turn it is.
final class PersonRules {
    private final boolean reviewerMayBePrimaryAuthor;
    private final boolean reissuerMayBeGrantor;
    private final int suggestionPhysicians;
    private final int suggestionYears;

    PersonRules(
            boolean reviewerMayBePrimaryAuthor,
            boolean reissuerMayBeGrantor,
            int suggestionPhysicians,
            int suggestionYears) {
        this.reviewerMayBePrimaryAuthor = reviewerMayBePrimaryAuthor;
        this.reissuerMayBeGrantor = reissuerMayBeGrantor;
        this.suggestionPhysicians = suggestionPhysicians;
        this.suggestionYears = suggestionYears;
    }

    // [impl->req~report.workflow.licence~1]
    // [impl->req~report.workflow.second-reader~1]
    void check(StageRule rule, SigningSituation situation, ReportCourse course, List<Refusal> refusals) {
        Author author = situation.author();
        rights(rule, author, situation.today(), refusals);
        Stage stage = situation.stage();
        boolean wrotePrimary = hasSigned(author, course, EnumSet.of(Stage.PRIMARY));
        if (stage == Stage.REVIEW && wrotePrimary && !reviewerMayBePrimaryAuthor) {
            refusals.add(Refusal.of("reviewer-is-not-primary"));
        }
        if (stage == Stage.COUNTERSIGNATURE && hasSigned(author, course, EnumSet.allOf(Stage.class))) {
            refusals.add(Refusal.of("countersigner-is-another"));
        }
        if (stage == Stage.CONSULTATION
                && course.asked()
                        .filter(asked -> asked.to().equals(author.userId()))
                        .isEmpty()) {
            refusals.add(Refusal.of("consultant-is-asked"));
        }
        if (stage == Stage.AMENDMENT && isReader(author, course)) {
            refusals.add(Refusal.of("reread-reviewer-is-another"));
        }
        boolean hasGranted = course.changing()
                .filter(granted -> granted.userId().equals(author.userId()))
                .isPresent();
        // who reviews what another wrote anew may have granted it: two people answer for the words
        boolean isReview = stage == Stage.AMENDMENT && course.isBeingReread();
        if (hasGranted && !isReview && !reissuerMayBeGrantor) {
            refusals.add(Refusal.of("reissuer-is-not-grantor"));
        }
        suggestion(situation, course, refusals);
    }

    /// Whether `author` wrote the new reading that waits now, or one that was sent back before it.
    // [impl->req~report.workflow.reread~1]
    static boolean isReader(Author author, ReportCourse course) {
        int valid = ValidVersions.of(course.versions()).size();
        return course.versions().stream()
                .skip(valid)
                .anyMatch(version -> version.act().author().userId().equals(author.userId()));
    }

    static void rights(StageRule rule, Author author, LocalDate today, List<Refusal> refusals) {
        if (!rule.isFor(author)) {
            refusals.add(Refusal.of("role-right"));
        }
        if (author.roles().contains(AuthorRole.MACHINE)) {
            refusals.add(Refusal.of("machine-never-signs"));
        }
        LocalDate validUntil = author.licenceValidUntil();
        if (rule.isLicenceRequired()) {
            if (validUntil == null || author.licenceNumber().isBlank()) {
                refusals.add(Refusal.of("licence-missing"));
            } else if (validUntil.isBefore(today)) {
                refusals.add(Refusal.of("licence-expired", validUntil.toString()));
            }
        }
        if (!author.hasPractised(rule.years(), today)) {
            refusals.add(Refusal.of(
                    author.qualifiedSince() == null ? "qualification-unknown" : "qualification-short", rule.years()));
        }
    }

    /// What a machine suggested is given out only once enough physicians of enough years answer for it
    /// (clause D2). A trainee's or a primary report goes nowhere as final, nor does a new reading, so the
    /// rule waits for the review; a temporary one goes to the wards on one signature, so it holds none.
    /// Who signed before a suggestion came in, or whose version was sent back, does not answer for it.
    // [impl->req~report.workflow.suggestion-two~1]
    private void suggestion(SigningSituation situation, ReportCourse course, List<Refusal> refusals) {
        Set<SentenceId> suggested = SuggestionSigners.suggested(situation.report());
        if (!suggested.isEmpty() && situation.stage() == Stage.TEMPORARY) {
            refusals.add(Refusal.of("suggestion-not-temporary"));
        }
        boolean isGivenOut = situation.stage() == Stage.REVIEW
                || Stage.isIssued(course.versions()) && situation.stage() != Stage.REREAD;
        if (suggested.isEmpty() || !isGivenOut || situation.stage() == Stage.CONSULTATION) {
            return;
        }
        SuggestionSigners signers = signers(situation.report(), course).with(situation.author(), situation.today());
        if (signers.missing() > 0) {
            refusals.add(Refusal.of(
                    "suggestion-two-physicians",
                    suggestionPhysicians,
                    suggestionYears,
                    signers.counted().size()));
        }
    }

    /// Who of those that signed so far answers for what was suggested in `report`.
    SuggestionSigners signers(Report report, ReportCourse course) {
        return SuggestionSigners.of(report, course, suggestionPhysicians, suggestionYears);
    }

    private static boolean hasSigned(Author author, ReportCourse course, Set<Stage> stages) {
        return course.versions().stream()
                .map(SignedReport::act)
                .anyMatch(act ->
                        stages.contains(act.stage()) && act.author().userId().equals(author.userId()));
    }
}
