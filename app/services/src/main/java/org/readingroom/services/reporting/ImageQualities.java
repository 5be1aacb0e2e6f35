package org.readingroom.services.reporting;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.readingroom.report.check.CheckResult;
import org.readingroom.report.model.Author;
import org.readingroom.report.model.Report;
import org.readingroom.report.quality.GradedImages;
import org.readingroom.report.quality.ImageGrades;
import org.readingroom.report.quality.ImageQuality;
import org.readingroom.report.quality.ImageQualityAct;
import org.readingroom.report.quality.ImageQualityConcerns;
import org.readingroom.report.quality.ImageQualityJudge;
import org.readingroom.report.quality.ImageQualityRules;
import org.readingroom.report.quality.ImageQualityWish;
import org.readingroom.report.quality.JudgedImages;
import org.readingroom.report.workflow.Refusal;
import org.readingroom.services.audit.AuditEvent.Action;
import org.readingroom.services.audit.AuditEvent.Outcome;
import org.readingroom.services.audit.AuditTrail;
import org.readingroom.services.link.Listening;
import org.readingroom.services.reading.IssuedReports;
import org.readingroom.services.ris.CaseNews;
import org.readingroom.services.seal.Seal;
import org.readingroom.services.store.AuditTable;
import org.readingroom.services.store.Database;
import org.readingroom.services.store.Transaction;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How good the images of this home's studies are, as one person meets and judges them. Each act is kept with its
/// audit event, or not at all; none changes or goes.
///
/// **Thread:** any but `fx` and `gl`; blocks until it is durable. Listeners are called on the thread that wrote.
// [impl->req~report.image-quality.kept~1]
public final class ImageQualities implements ImageGrades {
    private static final Logger LOG = LoggerFactory.getLogger(ImageQualities.class);

    private final Database documents;
    private final ImageQualityStore store;
    private final AuditTrail audit;
    private final Author me;
    private final InstantSource clock;
    private final ImageQualityFiles files;
    private final CaseDispatch cases;
    private final ImageQualityJudge judge;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    ImageQualities(
            Database documents,
            Seal seal,
            AuditTrail audit,
            Author me,
            InstantSource clock,
            ImageQualityFiles files,
            CaseDispatch cases) {
        this.documents = documents;
        this.store = new ImageQualityStore(seal);
        this.audit = audit;
        this.me = me;
        this.clock = clock;
        this.files = files;
        this.cases = cases;
        this.judge = new ImageQualityJudge(files.rules());
    }

    public ImageQualityRules rules() {
        return files.rules();
    }

    /// Whether the hospital's own file cannot be read, so that what was shipped holds.
    public boolean isFileBroken() {
        return files.isBroken();
    }

    public Author me() {
        return me;
    }

    public ImageQuality ofStudy(StudyUid study) throws WorkstationException {
        return documents.read(t -> store.ofStudy(t, study));
    }

    /// Whether the report over the images of `study` is given out: nothing stops it any more.
    public boolean isIssued(StudyUid study) throws WorkstationException {
        return documents.read(t -> isIssued(t, study));
    }

    /// The studies whose report is stopped: sent back, or still to be. The oldest first.
    public List<ImageQuality> stopped() throws WorkstationException {
        return documents.read(t -> {
            IssuedReports issued = IssuedReports.in(t);
            List<ImageQuality> stopped = new ArrayList<>();
            for (ImageQuality quality : store.standingAt(t, rules().blocking())) {
                StudyUid study = quality.acts().getFirst().images().study();
                if (!issued.isOf(t, store.key(study))) {
                    stopped.add(quality);
                }
            }
            return List.copyOf(stopped);
        });
    }

    /// Does what is wanted about `images`.
    ///
    /// **Errors:** [ActRefusedException] with every rule that said no.
    public ImageQuality act(JudgedImages images, ImageQualityWish wish) throws WorkstationException {
        record Kept(ImageQuality quality, AuditTable.Row head) {}
        String type = "image-quality." + wish.kind().name().toLowerCase(Locale.ROOT);
        Optional<String> task = cases.task(images.study());
        Kept kept;
        try {
            kept = documents.write(t -> {
                ImageQuality before = store.ofStudy(t, images.study());
                List<Refusal> refusals = judge.refusals(wish, before, images, me.roles(), isIssued(t, images.study()));
                if (!refusals.isEmpty()) {
                    throw new ActRefusedException(refusals);
                }
                ImageQualityAct act = new ImageQualityAct(
                        UUID.randomUUID(),
                        wish.kind(),
                        clock.instant(),
                        me.userId(),
                        me.displayName(),
                        wish.grade(),
                        judge.named(wish),
                        wish.words(),
                        images,
                        rules().version());
                AuditTable.Row head =
                        audit.appendIn(t, Action.EXECUTE, type, act.id().toString(), Outcome.SUCCESS, detail(act));
                store.insert(t, act, head);
                ImageQuality after = before.with(act);
                tell(t, before, after, task);
                return new Kept(after, head);
            });
        } catch (WorkstationException | RuntimeException e) {
            audit.appendFailure(Action.EXECUTE, type, null, e);
            throw e;
        }
        audit.publish(kept.head());
        cases.queued();
        listeners.forEach(Runnable::run);
        return kept.quality();
    }

    /// Tells the RIS that the case rests while no report can stand on its images, and when one can again.
    // [impl->req~report.image-quality.told-ris~1]
    private void tell(Transaction transaction, ImageQuality before, ImageQuality after, Optional<String> task)
            throws WorkstationException {
        boolean isStopped = after.isStopped(rules());
        if (!isStopped && !before.isStopped(rules())) {
            return;
        }
        ImageQualityAct act = after.acts().getLast();
        if (task.isEmpty()) {
            CaseDispatch.untold(act.id());
            return;
        }
        CaseNews news = isStopped
                ? new CaseNews(act.id(), task.get(), CaseNews.Kind.HELD, CaseWords.of(after))
                : new CaseNews(act.id(), task.get(), CaseNews.Kind.FREED, "");
        cases.putIn(transaction, act.images().study(), "", 0, news, act.at());
    }

    /// `checks` and what the quality of its images says against signing `report`; it stops where that cannot be read.
    /// A report that is given out goes on whatever today's rules say of its grade, which cannot be given again.
    // [impl->req~report.image-quality.issued~1]
    public List<CheckResult> join(Report report, List<CheckResult> checks) {
        List<CheckResult> joined = new ArrayList<>(checks);
        try {
            StudyUid study = report.study().study();
            joined.addAll(documents.read(t -> isIssued(t, study)
                    ? List.<CheckResult>of()
                    : ImageQualityConcerns.of(report, store.ofStudy(t, study), rules())));
        } catch (WorkstationException e) {
            LOG.error("the quality of images cannot be read: {}", e.getMessage());
            joined.add(ImageQualityConcerns.unreadable());
        }
        return List.copyOf(joined);
    }

    /// The grade of the images of `report` and what is wrong with them, where the hospital's rules print that.
    public Optional<String> printed(Report report) {
        if (!rules().isPrinted()) {
            return Optional.empty();
        }
        try {
            return ofStudy(report.study().study()).grading().map(act -> {
                String defects = act.defectNames(report.language());
                String grade = act.grade().name(report.language());
                return defects.isEmpty() ? grade : grade + " · " + defects;
            });
        } catch (WorkstationException e) {
            LOG.error("the quality of images cannot be printed: {}", e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public List<GradedImages> gradedBetween(Instant from, Instant until) throws WorkstationException {
        long begin = from.toEpochMilli();
        long end = until.toEpochMilli();
        return documents.read(t -> store.judgedBetween(t, begin, end)).stream()
                .flatMap(quality -> quality.counted().stream())
                .filter(act -> act.at().toEpochMilli() >= begin && act.at().toEpochMilli() < end)
                .map(GradedImages::of)
                .toList();
    }

    /// Calls `listener` when anything was judged or sent back, until the answer is closed.
    public Listening onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private boolean isIssued(Transaction transaction, StudyUid study) throws WorkstationException {
        return IssuedReports.in(transaction).isOf(transaction, store.key(study));
    }

    /// Codes alone, no words of a person.
    private static String detail(ImageQualityAct act) {
        List<String> codes =
                new ArrayList<>(List.of(act.grade().name(), act.images().modality(), act.rulesVersion()));
        act.defects().forEach(defect -> codes.add(defect.id()));
        return String.join(" ", codes);
    }
}
