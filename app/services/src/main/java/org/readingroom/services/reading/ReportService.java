package org.readingroom.services.reading;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.readingroom.report.check.CheckResult;
import org.readingroom.report.model.Author;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportId;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.SigningAct;
import org.readingroom.report.model.Stage;
import org.readingroom.report.model.StudyIdentity;
import org.readingroom.report.sign.ReportSigner;
import org.readingroom.report.sign.SignatureVerifier;
import org.readingroom.report.sign.SoftwareKey;
import org.readingroom.report.workflow.Refusal;
import org.readingroom.report.workflow.SigningRules;
import org.readingroom.report.workflow.SigningSituation;
import org.readingroom.services.audit.AuditEvent.Action;
import org.readingroom.services.audit.AuditEvent.Outcome;
import org.readingroom.services.audit.AuditTrail;
import org.readingroom.services.identity.UnlockedUser;
import org.readingroom.services.identity.User;
import org.readingroom.services.identity.UserDirectory;
import org.readingroom.services.seal.Seal;
import org.readingroom.services.store.AuditTable;
import org.readingroom.services.store.Database;
import org.readingroom.services.store.DraftTable;
import org.readingroom.services.store.StoreException;
import org.readingroom.services.sync.Outbox;
import org.readingroom.services.sync.ServerReports;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;

/// Reports from the first word to the signed version in the outbox.
///
/// Signing keeps the version, its audit event and its outbox entry and removes the draft in one transaction: after
/// a crash at any moment there is either the draft or all of the rest.
///
/// **Thread:** any but `fx` and `gl`; blocks until durable.
public final class ReportService {
    private final Database documents;
    private final SignedVersions versions;
    private final SignedDispatch dispatch;
    private final AuditTrail audit;
    private final UserDirectory users;
    private final User user;
    private final List<X509Certificate> trusted;
    private final SignatureVerifier verifier;
    private final InstantSource clock;
    private final SigningRules rules = SigningRules.shipped();
    private final Function<Report, List<CheckResult>> checks;
    private final ReportRenderer renderer;
    private final CourseActs acts;
    private final Drafts drafts;

    public ReportService(
            Database documents,
            Seal seal,
            SignedDispatch dispatch,
            AuditTrail audit,
            UserDirectory users,
            User user,
            List<X509Certificate> trusted,
            InstantSource clock,
            Function<Report, List<CheckResult>> checks,
            ReportRenderer renderer,
            DraftRescue rescue) {
        this.documents = documents;
        this.versions = new SignedVersions(documents, seal);
        this.acts = new CourseActs(documents, seal);
        this.dispatch = dispatch;
        this.audit = audit;
        this.users = users;
        this.user = user;
        this.trusted = List.copyOf(trusted);
        this.verifier = new SignatureVerifier(trusted);
        this.clock = clock;
        this.checks = checks;
        this.renderer = renderer;
        this.drafts = new Drafts(documents, seal, audit, clock, user.id(), rescue);
    }

    /// Takes up the report of `study`: its draft, else the last signed words, else a blank one.
    public OpenReport open(Study study, ReportLanguage language, String institution) throws WorkstationException {
        List<SignedReport> signed = versions.ofStudy(study.uid());
        List<SignedReport> holding = dispatch.holding(signed);
        Optional<Stage> next = nextStage(signed);
        Optional<Drafts.Kept> kept = Reissue.isOnlyRead(holding, next) ? Optional.empty() : drafts.taken(study.uid());
        Optional<Report> granted = Reissue.words(holding, rules(study.uid()), study);
        List<SignedReport> before = holding.isEmpty() ? signed : holding;
        Report fresh = signed.isEmpty()
                ? Report.blank(StudyIdentity.of(study, institution), language)
                : granted.orElseGet(() -> Reissue.signed(signed, holding, next));
        Report report = kept.map(found -> Reissue.draft(found.words(), before, granted, study))
                .orElse(fresh);
        audit.append(Action.READ, "report.open", study.uid().value(), Outcome.SUCCESS, "");
        String revision = kept.map(Drafts.Kept::revision).orElse("");
        return new OpenReport(report, revision, signed, holding, next, acts.ofStudy(study.uid()));
    }

    /// [OpenReport#isAtRest] of a study whose report need not be opened for that.
    public boolean isAtRest(StudyUid study) throws WorkstationException {
        List<SignedReport> signed = versions.ofStudy(study);
        Optional<Report> draft = drafts.taken(study).map(Drafts.Kept::words);
        return !signed.isEmpty() && Reissue.isAtRest(draft, signed, dispatch.holding(signed), nextStage(signed));
    }

    /// What was withdrawn before it reached the hospital is to be signed again.
    private Optional<Stage> nextStage(List<SignedReport> signed) throws WorkstationException {
        if (signed.isEmpty()) {
            return rules.nextStage(author(), signed);
        }
        return rules(signed.getLast().report().study().study()).nextStage(author(), dispatch.holding(signed));
    }

    /// Changes that come from the hospital, for the reports of this home.
    public IncomingReports incoming(ServerReports server, Outbox outbox) {
        boolean mayWrite = !author().roles().isEmpty();
        return new IncomingReports(documents, versions, drafts, server, outbox, audit, mayWrite);
    }

    /// Keeps the words of `report` as the draft of its study.
    ///
    /// **Errors:** `services.report.late` when a version was signed, the report was handed on or another draft came
    /// since the draft was taken up, so that a late save never brings a signed report's draft back: the words are
    /// kept beside it ([LateWords]).
    public SavedDraft saveDraft(Report report, DraftBase base) throws WorkstationException {
        return drafts.save(report, base);
    }

    /// The same over whatever draft is there; `baseVersion` is [OpenReport#baseVersion].
    public Instant saveDraft(Report report, int baseVersion) throws WorkstationException {
        return saveDraft(report, DraftBase.ofVersion(baseVersion)).at();
    }

    /// Brings words back that the disk did not take; returns their reports.
    public List<Report> bringBackRescued() throws WorkstationException {
        return drafts.bringBack();
    }

    /// Whether somebody wrote on since the last signature.
    public UnsignedWords unsigned() {
        return new UnsignedWords(drafts);
    }

    /// Throws the draft that `base` saw away, as [Drafts#discard] says. `why` goes into the audit trail.
    public boolean discardDraft(StudyUid study, DraftBase base, String why) throws WorkstationException {
        return drafts.discard(study, base, why);
    }

    /// Signs `report` at `stage`; the password opens the signer's key for this one signature (clause G42).
    ///
    /// `reason` says why an addendum is made, else it is empty; `remark` goes into the audit trail. The caller
    /// wipes `password`.
    ///
    /// **Errors:** [SigningRefusedException] with every rule that said no; a refused password, counted as at
    /// the door; those of [CourseSeen]; `services.report.draft-changed`. The draft is as it was then.
    // [impl->req~report.sign.one-transaction~1]
    public SignedReport sign(Report report, DraftBase base, Stage stage, String reason, String remark, char[] password)
            throws WorkstationException {
        String id = report.id().value();
        try {
            CourseSeen seen = acts.seen(report.study().study());
            List<SignedReport> before = versions.ofStudy(report.study().study());
            List<SignedReport> all = new ArrayList<>(dispatch.holding(before));
            refuseByRules(report, stage, reason, all);
            String why = Reissue.reason(reason, rules(report.study().study()).course(all));
            SignedReport signed = signed(report, stage, why, before, password);
            all.add(signed);
            return keep(all, base, seen, remark, renderer.render(all));
        } catch (StoreException e) {
            WorkstationException rescued = drafts.rescued(report, base.version(), e);
            audit.appendFailure(Action.EXECUTE, "report.sign", id, rescued);
            throw rescued;
        } catch (WorkstationException | RuntimeException e) {
            audit.appendFailure(Action.EXECUTE, "report.sign", id, e);
            throw e;
        }
    }

    /// The same over whatever draft is there.
    public SignedReport sign(Report report, int baseVersion, Stage stage, String reason, char[] password)
            throws WorkstationException {
        return sign(report, DraftBase.ofVersion(baseVersion), stage, reason, "", password);
    }

    private void refuseByRules(Report report, Stage stage, String reason, List<SignedReport> before)
            throws WorkstationException {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault());
        List<Refusal> refusals = rules(report.study().study())
                .refusals(new SigningSituation(
                        stage,
                        author(),
                        report,
                        reason,
                        before,
                        checks.apply(report),
                        today,
                        Reissue.present(
                                report, before, dispatch.study(report.study().study()))));
        if (!refusals.isEmpty()) {
            throw new SigningRefusedException(refusals);
        }
    }

    private SignedReport signed(Report report, Stage stage, String reason, List<SignedReport> before, char[] password)
            throws WorkstationException {
        SigningAct act = new SigningAct(
                stage,
                author(),
                before.size() + 1,
                before.isEmpty() ? "" : before.getLast().digest(),
                clock.instant(),
                reason,
                rules.version());
        SignedReport signed;
        try (UnlockedUser holder = users.unlock(user.loginName(), password);
                SoftwareKey key = users.signingKey(holder)) {
            signed = new ReportSigner().sign(report, act, key);
        }
        if (!verifier.verify(signed).isValid()) {
            throw new WorkstationException("services.report.signature-fails", "own signature does not verify");
        }
        return signed;
    }

    private SignedReport keep(List<SignedReport> all, DraftBase base, CourseSeen seen, String remark, byte[] pdf)
            throws WorkstationException {
        SignedReport signed = all.getLast();
        Report report = signed.report();
        List<SignedDispatch.Outgoing> outgoing = dispatch.finish(all, pdf);
        AuditTable.Row head = documents.write(t -> {
            drafts.refuseStale(t, report, base);
            acts.refuseSigningUnless(t, report.study().study(), seen);
            AuditTable.Row event = audit.appendIn(
                    t,
                    Action.EXECUTE,
                    "report.sign",
                    report.id().value(),
                    Outcome.SUCCESS,
                    (signed.act().stage().name() + ' ' + remark).strip());
            versions.insert(t, signed, pdf, event);
            dispatch.putIn(t, outgoing);
            DraftTable.delete(t, report.id().value());
            return event;
        });
        audit.publish(head);
        dispatch.queued();
        return signed;
    }

    /// The signed versions of a study's report, oldest first.
    public List<SignedReport> versions(StudyUid study) throws WorkstationException {
        return versions.ofStudy(study);
    }

    /// Those of them that hold: without what was withdrawn before it reached the hospital.
    public List<SignedReport> holding(StudyUid study) throws WorkstationException {
        return dispatch.holding(versions.ofStudy(study));
    }

    /// The PDF that was made when the version was signed.
    public byte[] pdf(ReportId report, int version) throws WorkstationException {
        return versions.pdf(report.value(), version);
    }

    /// Checks every signed version of a study's report: its signature, its place and its audit event.
    public List<VersionVerdict> verify(StudyUid study) throws WorkstationException {
        return versions.verify(study, verifier);
    }

    /// The certificate of the authority that vouches for this home's signers, for outside verifiers. PEM.
    public byte[] trustedCertificatePem() {
        return CertificatesPem.of(trusted);
    }

    /// The signed-in person as an author.
    public Author author() {
        return Authors.of(user);
    }

    /// The rules of signing, and what was done about the versions of `study`.
    public SigningRules rules(StudyUid study) throws WorkstationException {
        return rules.following(acts.ofStudy(study));
    }
}
