package org.readingroom.services.reading;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportJson;
import org.readingroom.services.audit.AuditEvent.Action;
import org.readingroom.services.audit.AuditEvent.Outcome;
import org.readingroom.services.audit.AuditTrail;
import org.readingroom.services.identity.Role;
import org.readingroom.services.identity.User;
import org.readingroom.services.seal.Seal;
import org.readingroom.services.seal.SealContext;
import org.readingroom.services.store.AuditTable;
import org.readingroom.services.store.Database;
import org.readingroom.services.store.LateTable;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;

/// Words that came too late for their report: it was signed, handed on or changed while they were written. They
/// are no draft and never become one by themselves; a person reads them and takes what is needed.
///
/// **Thread:** any but `fx` and `gl`; blocks.
// [impl->req~report.draft.late-kept~1]
public final class LateWords {
    private static final String KEPT = "services.report.late";

    private final Database documents;
    private final Seal seal;
    private final AuditTrail audit;

    public LateWords(Database documents, Seal seal, AuditTrail audit) {
        this.documents = documents;
        this.seal = seal;
        this.audit = audit;
    }

    /// What who wrote them is told.
    static WorkstationException told(StaleWordsException fault) {
        return new WorkstationException(KEPT, List.of(), fault.messageKey(), fault);
    }

    /// Whether `fault` of a save says that the words which came late are kept here, or held already where they were.
    public static boolean isKept(Exception fault) {
        return fault instanceof StaleWordsException
                || (fault instanceof WorkstationException told
                        && told.messageKey().equals(KEPT));
    }

    /// `author` is the id of who wrote them.
    public record Late(String id, String author, Instant at, Report words) {}

    /// The last words of each writing that came late, oldest first.
    public List<Late> ofStudy(StudyUid study) throws WorkstationException {
        List<Late> late = new ArrayList<>();
        for (LateTable.Row row : documents.read(t -> LateTable.ofStudy(t, key(study)))) {
            late.add(new Late(row.id(), row.author(), Instant.ofEpochMilli(row.saved()), read(row)));
        }
        return List.copyOf(late);
    }

    /// They are the only copy: who wrote them says when they are not needed, or a reviewer.
    public static boolean mayForget(Late late, User by) {
        return late.author().equals(by.id()) || by.has(Role.SENIOR);
    }

    /// They were read and are not needed; false when they were gone.
    ///
    /// **Errors:** `services.report.late-of-another`.
    public boolean forget(Late late, User by) throws WorkstationException {
        if (!mayForget(late, by)) {
            throw new WorkstationException("services.report.late-of-another", "neither the writer nor a reviewer");
        }
        Optional<AuditTable.Row> head = documents.write(t -> LateTable.delete(t, late.id())
                ? Optional.of(audit.appendIn(
                        t, Action.DELETE, "report.late", late.words().id().value(), Outcome.SUCCESS, ""))
                : Optional.empty());
        head.ifPresent(audit::publish);
        return head.isPresent();
    }

    /// `base` is what they went on from: the same writing keeps its last words only.
    void keep(Report words, DraftBase base, String author, long at) throws WorkstationException {
        String report = words.id().value();
        String id = base.writing();
        byte[] study = key(words.study().study());
        Optional<AuditTable.Row> head = documents.write(t -> {
            Optional<LateTable.Row> before = LateTable.ofStudy(t, study).stream()
                    .filter(row -> row.id().equals(id))
                    .findFirst();
            if (before.isPresent() && read(before.get()).equals(words)) {
                return Optional.empty();
            }
            byte[] body = seal.seal(ReportJson.write(words), context(id));
            LateTable.save(t, new LateTable.Row(id, study, author, at, body));
            return before.isPresent()
                    ? Optional.empty()
                    : Optional.of(audit.appendIn(t, Action.CREATE, "report.late", report, Outcome.SUCCESS, ""));
        });
        head.ifPresent(audit::publish);
    }

    private Report read(LateTable.Row row) throws WorkstationException {
        return ReportJson.read(seal.open(row.body(), context(row.id())));
    }

    private byte[] key(StudyUid study) {
        return seal.reference("study", study.value());
    }

    private static SealContext context(String id) {
        return new SealContext("late_words", "body", id);
    }
}
