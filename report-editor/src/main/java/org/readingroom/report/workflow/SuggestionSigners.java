package org.readingroom.report.workflow;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.readingroom.report.model.Author;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.SentenceId;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.SigningAct;
import org.readingroom.report.model.Stage;

/// Which physicians have signed the words that a program suggested, of those that the rules want (clause D2).
///
/// `needed` physicians of at least `years` years of practice on the day they signed; `counted` are those there are,
/// each
/// once. Who signed before a suggestion came in, or whose version was sent back, does not answer for it.
// [impl->req~report.workflow.suggestion-two~1]
public record SuggestionSigners(int needed, int years, List<Author> counted) {
    /// Stages whose signer answers for the words as a physician.
    static final Set<Stage> ANSWERING = EnumSet.of(
            Stage.PRIMARY, Stage.COUNTERSIGNATURE, Stage.REVIEW, Stage.CORRECTION, Stage.REREAD, Stage.AMENDMENT);

    public SuggestionSigners {
        counted = List.copyOf(counted);
    }

    static SuggestionSigners of(Report report, ReportCourse course, int needed, int years) {
        Set<SentenceId> suggested = suggested(report);
        SuggestionSigners signers = new SuggestionSigners(needed, years, List.of());
        for (SignedReport version : course.versions()) {
            SigningAct act = version.act();
            if (ANSWERING.contains(act.stage())
                    && !isReturned(version, course)
                    && suggested(version.report()).containsAll(suggested)) {
                signers = signers.with(act.author(), LocalDate.ofInstant(act.signedAt(), ZoneOffset.UTC));
            }
        }
        return signers;
    }

    /// As it is once `author` has signed on `day`.
    SuggestionSigners with(Author author, LocalDate day) {
        if (!isEnough(author, day) || has(author)) {
            return this;
        }
        List<Author> more = new ArrayList<>(counted);
        more.add(author);
        return new SuggestionSigners(needed, years, more);
    }

    boolean isEnough(Author author, LocalDate day) {
        return author.hasPractised(years, day);
    }

    boolean has(Author author) {
        return counted.stream().anyMatch(one -> isSame(one, author));
    }

    /// One licence is one physician, under whatever names they sign in.
    private static boolean isSame(Author one, Author other) {
        return one.userId().equals(other.userId())
                || !one.licenceNumber().isBlank()
                        && one.licenceNumber()
                                .strip()
                                .equalsIgnoreCase(other.licenceNumber().strip());
    }

    public int missing() {
        return Math.max(0, needed - counted.size());
    }

    /// Sentences that began as a program's suggestion.
    static Set<SentenceId> suggested(Report report) {
        return report.sentences().stream()
                .filter(sentence -> sentence.suggestion() != null)
                .map(ReportSentence::id)
                .collect(Collectors.toSet());
    }

    private static boolean isReturned(SignedReport version, ReportCourse course) {
        return course.acts().stream()
                .anyMatch(act ->
                        act.kind() == CourseAct.Kind.RETURNED && act.digest().equals(version.digest()));
    }
}
