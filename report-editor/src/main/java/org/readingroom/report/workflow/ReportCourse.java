package org.readingroom.report.workflow;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.Stage;
import org.readingroom.report.model.ValidVersions;

/// The whole course of one report: its signed versions and what was done about them, each oldest first.
///
/// An act about a version that is no longer the last is history; only those about the last one say what
/// comes next.
// [impl->req~report.workflow.course~1]
public record ReportCourse(List<SignedReport> versions, List<CourseAct> acts) {
    /// Stages that leave it open who is next: that is as it was before them.
    private static final Set<Stage> ASIDE = Set.of(Stage.COUNTERSIGNATURE, Stage.CONSULTATION);

    public ReportCourse {
        versions = List.copyOf(versions);
        acts = List.copyOf(acts);
    }

    public Optional<SignedReport> last() {
        return versions.isEmpty() ? Optional.empty() : Optional.of(versions.getLast());
    }

    /// The stage reached, opinions and countersignatures left aside.
    public Optional<Stage> reached() {
        return versions.stream()
                .map(version -> version.act().stage())
                .filter(stage -> !ASIDE.contains(stage))
                .reduce((before, after) -> after);
    }

    /// What was done about the last version.
    public List<CourseAct> open() {
        return last().map(last -> acts.stream()
                        .filter(act -> act.digest().equals(last.digest()))
                        .toList())
                .orElse(List.of());
    }

    /// The return of the last version, which is to be written again.
    public Optional<CourseAct> returned() {
        return standing().filter(act -> act.kind() == CourseAct.Kind.RETURNED);
    }

    /// The question that nobody answered yet.
    public Optional<CourseAct> asked() {
        return standing().filter(act -> act.kind() == CourseAct.Kind.CONSULTATION_ASKED);
    }

    /// The request for a change that nobody decided yet.
    public Optional<CourseAct> requested() {
        return standing().filter(act -> act.kind() == CourseAct.Kind.CHANGE_REQUESTED);
    }

    /// The grant that nobody used yet.
    public Optional<CourseAct> granted() {
        return standing().filter(act -> act.kind() == CourseAct.Kind.CHANGE_GRANTED);
    }

    /// The grant that a change is made under, until the changed version is given out.
    public Optional<CourseAct> changing() {
        return granted()
                .or(() -> isBeingReread() ? grantOf(ValidVersions.of(versions).getLast()) : Optional.empty());
    }

    private Optional<CourseAct> grantOf(SignedReport version) {
        return acts.stream()
                .filter(act -> act.kind() == CourseAct.Kind.CHANGE_GRANTED
                        && act.digest().equals(version.digest()))
                .reduce((before, after) -> after);
    }

    /// Whether a new reading was signed that nobody reviewed: what was given out before it holds.
    // [impl->req~report.workflow.reread~1]
    public boolean isBeingReread() {
        return ValidVersions.isBeingReread(versions);
    }

    /// Whose old copies are back, since the last version was given out anew.
    public Set<String> recalled() {
        return acts.stream()
                .filter(act -> act.kind() == CourseAct.Kind.COPY_RECALLED && isOfReissue(act))
                .map(CourseAct::to)
                .collect(Collectors.toSet());
    }

    public boolean isFamilyTold() {
        return acts.stream().anyMatch(act -> act.kind() == CourseAct.Kind.FAMILY_TOLD && isOfReissue(act));
    }

    /// The version that took the place of one given out before; nothing when none did.
    public Optional<SignedReport> reissued() {
        return versions.stream()
                .filter(version -> version.act().stage() == Stage.CORRECTION
                        || version.act().stage() == Stage.AMENDMENT)
                .reduce((before, after) -> after);
    }

    /// The temporary version that no formal one, which is a reviewed one, took the place of, however far that has
    /// come. What the ward reads meanwhile is the last that [ToldVersions] tells, which may be a later one.
    // [impl->req~report.workflow.temporary~1]
    public Optional<SignedReport> temporary() {
        return Stage.isIssued(versions)
                ? Optional.empty()
                : versions.stream()
                        .filter(version -> version.act().stage() == Stage.TEMPORARY)
                        .reduce((before, after) -> after);
    }

    private boolean isOfReissue(CourseAct act) {
        return reissued().filter(one -> one.digest().equals(act.digest())).isPresent();
    }

    /// The act that decides now.
    private Optional<CourseAct> standing() {
        return open().stream().filter(act -> act.kind().isDeciding()).reduce((before, after) -> after);
    }
}
