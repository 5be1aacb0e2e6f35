package org.readingroom.services.reporting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.readingroom.report.critical.CriticalCase;
import org.readingroom.report.critical.CriticalEvent;
import org.readingroom.report.critical.CriticalJson;
import org.readingroom.services.seal.Seal;
import org.readingroom.services.seal.SealContext;
import org.readingroom.services.store.AuditTable;
import org.readingroom.services.store.CriticalTable;
import org.readingroom.services.store.StoreException;
import org.readingroom.services.store.Transaction;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;

/// The loops as they lie in the database, sealed.
record CriticalStore(Seal seal) {
    /// Every loop, the oldest first.
    List<CriticalCase> all(Transaction transaction) throws WorkstationException {
        return loops(CriticalTable.all(transaction));
    }

    List<CriticalCase> ofStudy(Transaction transaction, StudyUid study) throws WorkstationException {
        return loops(CriticalTable.ofStudy(transaction, study(study)));
    }

    void insert(Transaction transaction, UUID loop, StudyUid study, CriticalEvent event, AuditTable.Row audit)
            throws StoreException {
        String id = event.id().toString();
        CriticalTable.insert(
                transaction,
                new CriticalTable.Row(
                        id,
                        loop.toString(),
                        study(study),
                        event.recordedAt().toEpochMilli(),
                        audit.sequence(),
                        seal.seal(CriticalJson.write(event), context(loop.toString(), id))));
    }

    private List<CriticalCase> loops(List<CriticalTable.Row> rows) throws WorkstationException {
        Map<String, List<CriticalEvent>> events = new LinkedHashMap<>();
        for (CriticalTable.Row row : rows) {
            events.computeIfAbsent(row.loop(), loop -> new ArrayList<>())
                    .add(CriticalJson.read(seal.open(row.body(), context(row.loop(), row.id()))));
        }
        List<CriticalCase> loops = new ArrayList<>();
        events.forEach((loop, ofLoop) -> loops.add(new CriticalCase(UUID.fromString(loop), ofLoop)));
        return List.copyOf(loops);
    }

    private byte[] study(StudyUid study) {
        return seal.reference("study", study.value());
    }

    private static SealContext context(String loop, String id) {
        return new SealContext("critical_event", "body", loop + '/' + id);
    }
}
