package org.readingroom.services.reporting;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.readingroom.report.model.Author;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.sign.CanonicalReport;
import org.readingroom.report.workflow.CourseAct;
import org.readingroom.report.workflow.CourseActJson;
import org.readingroom.report.workflow.Refusal;
import org.readingroom.report.workflow.ReportCourse;
import org.readingroom.report.workflow.SigningRules;
import org.readingroom.services.audit.AuditEvent.Action;
import org.readingroom.services.audit.AuditEvent.Outcome;
import org.readingroom.services.audit.AuditTrail;
import org.readingroom.services.identity.User;
import org.readingroom.services.identity.UserDirectory;
import org.readingroom.services.reading.Authors;
import org.readingroom.services.reading.CourseActs;
import org.readingroom.services.reading.CourseSeen;
import org.readingroom.services.reading.ReportService;
import org.readingroom.services.reading.SignedDispatch;
import org.readingroom.services.reading.SigningRefusedException;
import org.readingroom.services.reading.UnsignedWords;
import org.readingroom.services.ris.CaseNews;
import org.readingroom.services.seal.Seal;
import org.readingroom.services.store.AuditTable;
import org.readingroom.services.store.Database;
import org.readingroom.services.store.Transaction;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;

/// The course of reports: what was signed, what was done about it, and what this person may do next.
///
/// An act and its audit event, which names the act's digest, are kept in one transaction, with the
/// hospital or without it. The same wish asked for twice is done once.
///
/// **Thread:** any but `fx` and `gl`; blocks until durable.
public final class CourseService {
    /// Acts that hand the report on: words that nobody signed must not stay behind.
    private static final Set<CourseAct.Kind> HANDING_ON = EnumSet.of(
            CourseAct.Kind.RETURNED,
            CourseAct.Kind.CONSULTATION_ASKED,
            CourseAct.Kind.CHANGE_REQUESTED,
            CourseAct.Kind.CHANGE_GRANTED);

    private final Database documents;
    private final CourseActs acts;
    private final UnsignedWords unsigned;
    private final AuditTrail audit;
    private final ReportService reports;
    private final UserDirectory users;
    private final CaseDispatch cases;
    private final InstantSource clock;

    public CourseService(
            Database documents,
            Seal seal,
            AuditTrail audit,
            ReportService reports,
            UserDirectory users,
            SignedDispatch dispatch,
            InstantSource clock) {
        this.documents = documents;
        this.acts = new CourseActs(documents, seal);
        this.unsigned = reports.unsigned();
        this.audit = audit;
        this.reports = reports;
        this.users = users;
        this.cases = new CaseDispatch(dispatch);
        this.clock = clock;
    }

    /// The whole course of a study's report, of versions that hold.
    public ReportCourse course(StudyUid study) throws WorkstationException {
        return new ReportCourse(reports.holding(study), acts.ofStudy(study));
    }

    /// The time by the clock that signatures are given by.
    public Instant now() {
        return clock.instant();
    }

    /// What this person may do beside signing.
    public List<CourseAct.Kind> possible(StudyUid study) throws WorkstationException {
        return reports.rules(study).acts().possible(course(study), reports.author(), today());
    }

    /// What could be done beside signing, but not by this person, with every rule that says so.
    public Map<CourseAct.Kind, List<Refusal>> forbidden(StudyUid study) throws WorkstationException {
        return reports.rules(study).acts().forbidden(course(study), reports.author(), today());
    }

    /// Who may be asked: everybody else here who may give an opinion.
    public List<User> colleagues() throws WorkstationException {
        String me = reports.author().userId();
        return users.users().stream()
                .filter(user -> !user.id().equals(me)
                        && SigningRules.shipped().mayConsult(Authors.of(user).roles()))
                .toList();
    }

    /// What a person of this home is called; the id of one who is not known here.
    public String nameOf(String userId) throws WorkstationException {
        return users.user(userId).map(User::displayName).orElse(userId);
    }

    /// Does what is wanted.
    ///
    /// **Errors:** [SigningRefusedException] with every rule that said no;
    /// `services.report.signed-meanwhile`, `services.report.acted-meanwhile`, `services.report.changed-meanwhile`
    /// when somebody else signed, did something about the report or withdrew a version since.
    // [impl->req~report.workflow.acts-kept~1]
    public CourseAct act(StudyUid study, ActWish wish) throws WorkstationException {
        CourseSeen seen = acts.seen(study);
        List<CourseAct> before = acts.ofStudy(study);
        for (CourseAct done : before) {
            if (done.id().equals(wish.id().toString())) {
                return done;
            }
        }
        ReportCourse course = new ReportCourse(reports.holding(study), before);
        String report = course.last().map(last -> last.report().id().value()).orElse("");
        CourseAct act = act(wish, course);
        try {
            if (!wish.isAfter(before)) {
                throw new WorkstationException("services.report.acted-meanwhile", "another act than was seen");
            }
            List<Refusal> refusals =
                    new ArrayList<>(reports.rules(study).acts().refusals(act, course, reports.author(), today()));
            documents.read(t -> refusals.addAll(draft(t, study, act, course)));
            refuse(refusals);
            Optional<String> task = cases.task(study);
            Optional<AuditTable.Row> head = documents.write(t -> {
                Optional<AuditTable.Row> kept = keep(t, study, act, course, seen);
                // a new reading that is sent back leaves the case as it was given out
                if (kept.isPresent() && act.kind() == CourseAct.Kind.RETURNED && !course.isBeingReread()) {
                    tell(t, study, act, report, task);
                }
                return kept;
            });
            if (head.isEmpty()) {
                return act(study, wish);
            }
            audit.publish(head.get());
            cases.queued();
        } catch (WorkstationException e) {
            audit.appendFailure(Action.EXECUTE, "report.course", report, e);
            throw e;
        }
        return act;
    }

    /// Nothing when the same wish was kept since.
    // [impl->req~report.workflow.acts-compared~1]
    private Optional<AuditTable.Row> keep(
            Transaction transaction, StudyUid study, CourseAct act, ReportCourse course, CourseSeen seen)
            throws WorkstationException {
        if (acts.has(transaction, study, act.id())) {
            return Optional.empty();
        }
        acts.refuseUnless(transaction, study, seen);
        refuse(draft(transaction, study, act, course));
        AuditTable.Row event = audit.appendIn(
                transaction,
                Action.EXECUTE,
                "report.course",
                course.last().map(last -> last.report().id().value()).orElse(""),
                Outcome.SUCCESS,
                act.kind().name() + ' ' + CanonicalReport.digest(CourseActJson.write(act)));
        acts.insert(transaction, study, act, event);
        return Optional.of(event);
    }

    /// Tells the RIS that the case is worked on again.
    // [impl->req~report.workflow.return-told-ris~1]
    private void tell(Transaction transaction, StudyUid study, CourseAct act, String report, Optional<String> task)
            throws WorkstationException {
        UUID id = UUID.fromString(act.id());
        if (task.isPresent()) {
            CaseNews news = new CaseNews(id, task.get(), CaseNews.Kind.RETURNED, CaseWords.of(act));
            cases.putIn(transaction, study, report, act.version(), news, act.at());
        } else {
            CaseDispatch.untold(id);
        }
    }

    private static void refuse(List<Refusal> refusals) throws SigningRefusedException {
        if (!refusals.isEmpty()) {
            throw new SigningRefusedException(refusals);
        }
    }

    private List<Refusal> draft(Transaction transaction, StudyUid study, CourseAct act, ReportCourse course)
            throws WorkstationException {
        return HANDING_ON.contains(act.kind()) && unsigned.in(transaction, study, course.last())
                ? List.of(new Refusal("act-draft", "report.rule.act-draft", List.of()))
                : List.of();
    }

    private CourseAct act(ActWish wish, ReportCourse course) {
        Author author = reports.author();
        int version = course.versions().stream()
                .filter(one -> one.digest().equals(wish.digest()))
                .map(SignedReport::act)
                .mapToInt(act -> act.version())
                .findFirst()
                .orElse(0);
        return new CourseAct(
                wish.id().toString(),
                wish.digest(),
                version,
                wish.kind(),
                author.userId(),
                author.displayName(),
                clock.instant(),
                wish.code(),
                wish.words().strip(),
                wish.to(),
                wish.toName(),
                SigningRules.shipped().version());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault());
    }
}
