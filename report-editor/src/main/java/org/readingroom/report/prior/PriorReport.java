package org.readingroom.report.prior;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.readingroom.report.edit.SentenceSplitter;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.Stage;
import org.readingroom.report.model.StudyIdentity;
import org.readingroom.report.model.ValidVersions;

/// What an earlier report of the patient says, in the one version that holds.
///
/// `time` is that of the study. `isReviewed` is false for what nobody answers for yet: no senior has signed
/// it here, or the other system calls it preliminary. `lines` are the sentences of impression, addendum and
/// findings, in this order.
public record PriorReport(
        StudyIdentity study, LocalDateTime time, PriorOrigin origin, boolean isReviewed, List<Line> lines) {
    /// One sentence and where it stands.
    public record Line(SectionKind section, String words) {
        /// Whether it says what the report concludes: an addendum may change the impression before it.
        public boolean isConclusion() {
            return section != SectionKind.FINDINGS;
        }
    }

    public PriorReport {
        lines = List.copyOf(lines);
    }

    /// Of the versions that were not withdrawn, oldest first. Nothing without a version, a day of the study, or words.
    public static Optional<PriorReport> of(List<SignedReport> versions) {
        List<SignedReport> holding = ValidVersions.of(versions);
        if (holding.isEmpty()) {
            return Optional.empty();
        }
        SignedReport last = holding.getLast();
        LocalDateTime time = last.report().study().studyTime();
        List<Line> lines = lines(last.report());
        return time == null || lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new PriorReport(
                        last.report().study(),
                        time,
                        new PriorOrigin.Here(
                                last.act().stage(), last.act().author().displayName()),
                        Stage.isIssued(holding),
                        lines));
    }

    private static List<Line> lines(Report report) {
        List<Line> lines = new ArrayList<>();
        for (SectionKind kind : List.of(SectionKind.IMPRESSION, SectionKind.ADDENDUM, SectionKind.FINDINGS)) {
            SentenceSplitter.split(report.text(kind)).stream()
                    .map(String::strip)
                    .filter(words -> !words.isEmpty())
                    .forEach(words -> lines.add(new Line(kind, words)));
        }
        return lines;
    }

    /// The day on which the study was made.
    public LocalDate day() {
        return time.toLocalDate();
    }

    /// The words that checks may rest on: all that was signed here; of another system what it concludes for
    /// sure, not its whole page, which asks and recounts too.
    // [impl->req~report.outside.checks~1]
    public List<String> heard() {
        return lines.stream()
                .filter(line -> !isOutside() || isReviewed && line.isConclusion())
                .map(Line::words)
                .toList();
    }

    public boolean isOutside() {
        return origin instanceof PriorOrigin.Outside;
    }

    /// What it concludes, in one line.
    public String conclusion() {
        return String.join(
                " ", lines.stream().filter(Line::isConclusion).map(Line::words).toList());
    }
}
