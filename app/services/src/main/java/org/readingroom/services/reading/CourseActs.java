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

    /// How many there are of `study`, within `transaction`.
    public int count(Transaction transaction, StudyUid study) throws StoreException {
        return CourseTable.ofStudy(transaction, key(study)).size();
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
