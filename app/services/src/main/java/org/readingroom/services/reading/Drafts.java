package org.readingroom.services.reading;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportJson;
import org.readingroom.report.model.SignedReport;
import org.readingroom.services.audit.AuditEvent.Action;
import org.readingroom.services.audit.AuditEvent.Outcome;
import org.readingroom.services.audit.AuditTrail;
import org.readingroom.services.seal.Seal;
import org.readingroom.services.seal.SealContext;
import org.readingroom.services.store.AuditTable;
import org.readingroom.services.store.Database;
import org.readingroom.services.store.DraftTable;
import org.readingroom.services.store.StoreException;
import org.readingroom.services.store.Transaction;
import org.readingroom.services.store.VersionTable;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reports being written. What the disk does not take goes to a place of rescue first, and comes back from there.
///
/// **Thread:** any but `fx` and `gl`; blocks.
final class Drafts {
    private static final Logger LOG = LoggerFactory.getLogger(Drafts.class);

    private final Database documents;
    private final Seal seal;
    private final AuditTrail audit;
    private final InstantSource clock;
    private final String userId;
    private final DraftRescue rescue;
    private final LateWords late;
    private final RescuedDrafts rescued;

    Drafts(Database documents, Seal seal, AuditTrail audit, InstantSource clock, String userId, DraftRescue rescue) {
        this.documents = documents;
        this.seal = seal;
        this.audit = audit;
        this.clock = clock;
        this.userId = userId;
        this.rescue = rescue;
        this.late = new LateWords(documents, seal, audit);
        this.rescued = new RescuedDrafts(documents, seal, audit, rescue);
    }

    /// A draft as it is in the store.
    record Kept(Report words, String revision) {}

    Optional<Report> of(StudyUid study) throws WorkstationException {
        return kept(study).map(Kept::words);
    }

    Optional<Kept> kept(StudyUid study) throws WorkstationException {
        byte[] key = key(study);
        Optional<DraftTable.Row> row = documents.read(t -> DraftTable.ofStudy(t, key));
        return row.isEmpty() ? Optional.empty() : Optional.of(new Kept(read(row.get()), DraftBase.revision(row.get())));
    }

    /// What a person goes on from: words that the disk did not take and that would come back, else the draft. They go
    /// over the draft that is there.
    Optional<Kept> taken(StudyUid study) throws WorkstationException {
        Optional<Kept> here = kept(study);
        Optional<DraftTable.Row> found = documents.read(t -> rescued.in(t, key(study)));
        return found.isEmpty()
                ? here
                : Optional.of(
                        new Kept(read(found.get()), here.map(Kept::revision).orElse("")));
    }

    /// The draft of a study in its newest words, wherever they are.
    Optional<Report> newestIn(Transaction transaction, StudyUid study) throws WorkstationException {
        byte[] key = key(study);
        Optional<DraftTable.Row> row = rescued.in(transaction, key);
        if (row.isEmpty()) {
            row = DraftTable.ofStudy(transaction, key);
        }
        return row.isEmpty() ? Optional.empty() : Optional.of(read(row.get()));
    }

    /// **Errors:** `services.report.late` when the report was signed, handed on or changed since, and the words are
    /// kept beside it; `services.report.signed-meanwhile`, `services.report.acted-meanwhile`,
    /// `services.report.draft-changed`, `services.report.other-draft` when it holds these very words;
    /// `services.report.rescued` with the place when the disk did not take the words,
    /// `services.report.not-rescued` when nothing else did.
    // [impl->req~report.draft.saved~1]
    SavedDraft save(Report report, DraftBase base) throws WorkstationException {
        DraftTable.Row row = row(report, base.version());
        try {
            Optional<AuditTable.Row> head = documents.write(t -> save(t, row, base));
            head.ifPresent(audit::publish);
        } catch (StoreException e) {
            throw rescued(row, e);
        } catch (StaleWordsException e) {
            throw late(report, base, row, e);
        }
        rescue.forget(row.report());
        return new SavedDraft(Instant.ofEpochMilli(row.saved()), base.with(base.version(), DraftBase.revision(row)));
    }

    /// Keeps words that nothing else holds beside the report they came too late for.
    private WorkstationException late(Report report, DraftBase base, DraftTable.Row row, StaleWordsException fault)
            throws WorkstationException {
        StudyUid study = report.study().study();
        boolean isHeld = of(study).equals(Optional.of(report));
        for (SignedReport signed : new SignedVersions(documents, seal).ofStudy(study)) {
            isHeld |= signed.report().equals(report);
        }
        if (!isHeld) {
            try {
                late.keep(report, base, userId, row.saved());
            } catch (StoreException e) {
                return rescued(row, e);
            }
        }
        forgetRescued(report);
        return isHeld ? fault : LateWords.told(fault);
    }

    /// These very words are kept where a person sees them; others of the same report stay in their file.
    private void forgetRescued(Report report) {
        try {
            for (DraftRescue.Found found : rescue.all()) {
                if (found.row().report().equals(report.id().value())
                        && read(found.row()).equals(report)) {
                    rescue.forget(found.file());
                }
            }
        } catch (WorkstationException e) {
            LOG.warn("a rescued draft stays in its file: {}", e.messageKey());
        }
    }

    private Optional<AuditTable.Row> save(Transaction transaction, DraftTable.Row row, DraftBase base)
            throws WorkstationException {
        refuseStale(transaction, row);
        base.refuseActs(transaction, row.study());
        Optional<DraftTable.Row> before = DraftTable.ofStudy(transaction, row.study());
        base.refuse(before);
        if (before.isPresent() && !before.get().report().equals(row.report())) {
            throw new StaleWordsException("services.report.other-draft", "another draft of the study");
        }
        DraftTable.save(transaction, row);
        if (before.isPresent() && before.get().author().equals(userId)) {
            return Optional.empty();
        }
        Action action = before.isPresent() ? Action.UPDATE : Action.CREATE;
        return Optional.of(audit.appendIn(transaction, action, "report.draft", row.report(), Outcome.SUCCESS, ""));
    }

    /// Takes the words out of harm's way after `fault` and says where they are.
    WorkstationException rescued(Report report, int baseVersion, StoreException fault) {
        return rescued(row(report, baseVersion), fault);
    }

    private WorkstationException rescued(DraftTable.Row row, StoreException fault) {
        return rescue.keep(row)
                .map(file -> new WorkstationException(
                        "services.report.rescued", List.of(file.toString()), fault.messageKey(), fault))
                .orElseGet(() ->
                        new WorkstationException("services.report.not-rescued", List.of(), fault.messageKey(), fault));
    }

    /// `base` is the writing whose words the person saw.
    ///
    /// **Errors:** `services.report.discard-changed` when another draft is there.
    // [impl->req~report.draft.discard-seen~1]
    boolean discard(StudyUid study, DraftBase base, String why) throws WorkstationException {
        Optional<DraftTable.Row> found = documents.read(t -> rescued.in(t, key(study)));
        Optional<AuditTable.Row> head = documents.write(t -> {
            Optional<DraftTable.Row> here = DraftTable.ofStudy(t, key(study));
            if (here.isPresent() && !base.isOf(here.get())) {
                throw new WorkstationException("services.report.discard-changed", "another draft than was seen");
            }
            Optional<DraftTable.Row> draft = here.or(() -> found);
            if (draft.isEmpty()) {
                return Optional.empty();
            }
            DraftTable.delete(t, draft.get().report());
            return Optional.of(
                    audit.appendIn(t, Action.DELETE, "report.draft", draft.get().report(), Outcome.SUCCESS, why));
        });
        head.ifPresent(audit::publish);
        if (head.isPresent()) {
            found.ifPresent(row -> rescue.forget(row.report()));
        }
        return head.isPresent();
    }

    /// As [RescuedDrafts#bringBack].
    List<Report> bringBack() throws WorkstationException {
        return rescued.bringBack();
    }

    /// Puts `merged` in the place of the draft, or of the last signed words, if these still are what `shown` showed.
    boolean replaceIn(Transaction transaction, IncomingChange shown, Report merged) throws WorkstationException {
        if (!isStill(transaction, shown)) {
            return false;
        }
        DraftTable.save(transaction, row(merged, shown.baseVersion()));
        return true;
    }

    /// Whether the draft, or its absence, is as `shown`; refuses when a version was signed since.
    boolean isStill(Transaction transaction, IncomingChange shown) throws WorkstationException {
        refuseStale(transaction, shown.mine(), shown.baseVersion());
        Optional<DraftTable.Row> draft = DraftTable.ofStudy(transaction, key(shown.study()));
        return draft.isPresent() == shown.isDraft()
                && (draft.isEmpty() || read(draft.get()).equals(shown.mine()));
    }

    /// As the next, and from another draft than there is.
    void refuseStale(Transaction transaction, Report report, DraftBase base) throws WorkstationException {
        byte[] study = key(report.study().study());
        refuseStale(transaction, report, base.version());
        base.refuseActs(transaction, study);
        base.refuse(DraftTable.ofStudy(transaction, study));
    }

    /// A study has one report: what goes on from another one, or from fewer versions than there are, is stale.
    void refuseStale(Transaction transaction, Report report, int baseVersion) throws WorkstationException {
        refuseStale(transaction, key(report.study().study()), report.id().value(), baseVersion);
    }

    static void refuseStale(Transaction transaction, DraftTable.Row row) throws WorkstationException {
        refuseStale(transaction, row.study(), row.report(), row.baseVersion());
    }

    private static void refuseStale(Transaction transaction, byte[] study, String report, int baseVersion)
            throws WorkstationException {
        List<VersionTable.Row> signed = VersionTable.ofStudy(transaction, study);
        boolean isSame = signed.stream().allMatch(row -> row.report().equals(report));
        if (signed.size() != baseVersion || !isSame) {
            throw new StaleWordsException(
                    "services.report.signed-meanwhile", "base " + baseVersion + " of " + signed.size());
        }
    }

    private DraftTable.Row row(Report report, int baseVersion) {
        String id = report.id().value();
        byte[] body = seal.seal(ReportJson.write(report), context(id));
        return new DraftTable.Row(id, key(report.study().study()), baseVersion, userId, clock.millis(), body);
    }

    private Report read(DraftTable.Row row) throws WorkstationException {
        return ReportJson.read(seal.open(row.body(), context(row.report())));
    }

    private byte[] key(StudyUid study) {
        return seal.reference("study", study.value());
    }

    static SealContext context(String report) {
        return new SealContext("draft", "body", report);
    }
}
