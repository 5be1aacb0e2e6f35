package org.readingroom.services.reporting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.Stage;
import org.readingroom.report.model.StudyIdentity;
import org.readingroom.report.prior.OutsideReport;
import org.readingroom.report.prior.PriorReport;
import org.readingroom.report.prior.PriorReports;
import org.readingroom.report.workflow.ReportCourse;
import org.readingroom.services.audit.AuditEvent.Action;
import org.readingroom.services.audit.AuditEvent.Outcome;
import org.readingroom.services.audit.AuditTrail;
import org.readingroom.services.reading.IncomingReports;
import org.readingroom.services.reading.PriorFinder;
import org.readingroom.services.reading.PriorStudy;
import org.readingroom.services.reading.SurvivingPatients;
import org.readingroom.services.store.OutsideStore.Kept;
import org.readingroom.services.store.StudyStore;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.WorkstationException;

/// The earlier reports of a patient that may be quoted: signed here or told by the RIS, of surely the same
/// person, in the one version that holds.
///
/// Whose a report is is asked twice where its images are here: of what was signed, and of what the images
/// say now.
///
/// **Thread:** any but `fx` and `gl`; blocks.
// [impl->req~report.prior.same-patient~1]
public final class EarlierReports {
    /// What nobody but a trainee signed is no report to rest on.
    private static final Set<Stage> NOT_YET = Set.of(Stage.TRAINEE);

    private final ReportSearch search;
    private final CourseService courses;
    private final IncomingReports incoming;
    private final SurvivingPatients patients;
    private final StudyStore studies;
    private final OutsideReports outside;
    private final AuditTrail audit;

    public EarlierReports(
            ReportSearch search,
            CourseService courses,
            IncomingReports incoming,
            SurvivingPatients patients,
            StudyStore studies,
            OutsideReports outside,
            AuditTrail audit) {
        this.search = search;
        this.courses = courses;
        this.incoming = incoming;
        this.patients = patients;
        this.studies = studies;
        this.outside = outside;
        this.audit = audit;
    }

    /// Of the patient of `now`, made before it or on its day. The newest study first.
    ///
    /// **Errors:** `services.search.not-a-reader` for who reads no reports.
    public PriorReports of(StudyIdentity now) throws WorkstationException {
        PriorReports found = unquoted(now);
        audit.append(
                Action.READ,
                "report.prior",
                now.study().value(),
                Outcome.SUCCESS,
                Integer.toString(found.reports().size()));
        return found;
    }

    /// The same for the checks, which show none of it to anybody.
    ///
    /// **Errors:** as above.
    // [impl->req~report.check.earlier-reports~1]
    public PriorReports unquoted(StudyIdentity now) throws WorkstationException {
        List<PriorReport> found = new ArrayList<>();
        int withheld = 0;
        for (StudyIdentity each : search.studies(other -> isEarlier(now, other))) {
            ReportCourse course = courses.course(each.study());
            Optional<PriorReport> prior = isValid(course)
                    ? PriorReport.of(course.versions()).filter(one -> isEarlier(now, one.study()))
                    : Optional.empty();
            prior.ifPresent(found::add);
            withheld += prior.isPresent() ? 0 : 1;
        }
        found.addAll(outside(now));
        found.sort(Comparator.comparing(PriorReport::time)
                .reversed()
                .thenComparing(prior -> prior.study().study().value()));
        return new PriorReports(found, withheld, outside.said(now.patient()));
    }

    /// Those that another system wrote: ours that come back are told by their identifiers, and are judged
    /// as ours.
    // [impl->req~report.outside.not-twice~1]
    private List<PriorReport> outside(StudyIdentity now) throws WorkstationException {
        Optional<Kept> kept = outside.kept(now.patient());
        List<PriorReport> found = new ArrayList<>();
        for (OutsideReport each : kept.map(Kept::reports).orElse(List.of())) {
            boolean isOfNow = !now.accessionNumber().isBlank()
                    && now.accessionNumber().strip().equals(each.accessionNumber());
            if (!isOfNow && !search.isOurs(each.identifiers())) {
                each.prior(kept.orElseThrow().patient())
                        .filter(prior -> isEarlier(now, prior.study()))
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    /// Not what is to be written again, nor what says other words at the hospital.
    // [impl->req~report.prior.valid~1]
    private boolean isValid(ReportCourse course) throws WorkstationException {
        Optional<SignedReport> last = course.last();
        return last.isPresent()
                && course.reached().filter(stage -> !NOT_YET.contains(stage)).isPresent()
                && course.returned().isEmpty()
                && course.changing().isEmpty()
                && !incoming.isOtherThere(last.get().report().id());
    }

    private boolean isEarlier(StudyIdentity now, StudyIdentity other) {
        if (!isPrior(study(now), study(other))) {
            return false;
        }
        Study here = studies.study(now.study()).orElseGet(() -> study(now));
        Study there = studies.study(other.study()).orElseGet(() -> study(other));
        return isPrior(here, there);
    }

    /// By the same rules as the priors on the desk.
    private boolean isPrior(Study now, Study other) {
        return PriorFinder.of(patients.of(now), List.of(patients.of(other))).stream()
                .anyMatch(PriorStudy::isPrior);
    }

    private static Study study(StudyIdentity identity) {
        return new Study(
                identity.study(),
                identity.patient(),
                identity.accessionNumber(),
                identity.studyTime(),
                identity.description(),
                new TreeSet<>(Set.of(identity.modality())),
                identity.bodyPart(),
                0,
                0);
    }
}
