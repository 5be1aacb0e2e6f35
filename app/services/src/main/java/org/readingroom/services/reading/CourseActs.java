package org.readingroom.services.reading;

import java.util.ArrayList;
import java.util.List;
import org.readingroom.report.workflow.CourseAct;
import org.readingroom.report.workflow.CourseActJson;
import org.readingroom.services.seal.Seal;
import org.readingroom.services.seal.SealContext;
import org.readingroom.services.store.AuditTable;
import org.readingroom.services.store.CourseTable;
import org.readingroom.services.store.Database;
import org.readingroom.services.store.StoreException;
import org.readingroom.services.store.Transaction;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;

/// Acts about signed versions on their way to and from the disk.
public final class CourseActs {
    private final Database documents;
    private final Seal seal;

    public CourseActs(Database documents, Seal seal) {
        this.documents = documents;
        this.seal = seal;
    }

    /// Oldest first.
    public List<CourseAct> ofStudy(StudyUid study) throws WorkstationException {
        byte[] key = key(study);
        List<CourseAct> acts = new ArrayList<>();
        for (CourseTable.Sealed row : documents.read(t -> CourseTable.ofStudy(t, key))) {
            acts.add(CourseActJson.read(seal.open(row.body(), context(row.id()))));
        }
        return List.copyOf(acts);
    }

    /// What is on record of the report of `study`; to be read before what the rules look at.
    public CourseSeen seen(StudyUid study) throws WorkstationException {
        byte[] key = key(study);
        return documents.read(t -> CourseSeen.in(t, key));
    }

    /// **Errors:** as [CourseSeen] says, when something else is on record than was `seen`.
    public void refuseUnless(Transaction transaction, StudyUid study, CourseSeen seen) throws WorkstationException {
        seen.refuseUnless(CourseSeen.in(transaction, key(study)));
    }

    /// The same for a signature, which rests on more.
    void refuseSigningUnless(Transaction transaction, StudyUid study, CourseSeen seen) throws WorkstationException {
        seen.refuseSigningUnless(CourseSeen.in(transaction, key(study)));
    }

    /// Whether the act `id` about `study` is kept.
    public boolean has(Transaction transaction, StudyUid study, String id) throws StoreException {
        return CourseSeen.in(transaction, key(study)).acts().contains(id);
    }

    public void insert(Transaction transaction, StudyUid study, CourseAct act, AuditTable.Row event)
            throws StoreException {
        CourseTable.insert(
                transaction,
                new CourseTable.Row(
                        act.id(),
                        key(study),
                        act.digest(),
                        act.kind().name(),
                        act.userId(),
                        act.at().toEpochMilli(),
                        event.sequence(),
                        event.digest()),
                seal.seal(CourseActJson.write(act), context(act.id())));
    }

    private byte[] key(StudyUid study) {
        return seal.reference("study", study.value());
    }

    private static SealContext context(String id) {
        return new SealContext("course_act", "body", id);
    }
}
