package org.readingroom.services.reading;

import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.readingroom.services.audit.AuditEvent.Action;
import org.readingroom.services.audit.AuditEvent.Outcome;
import org.readingroom.services.audit.AuditTrail;
import org.readingroom.services.seal.Seal;
import org.readingroom.services.seal.SealContext;
import org.readingroom.services.store.AuditTable;
import org.readingroom.services.store.Database;
import org.readingroom.services.store.MadeObjectTable;
import org.readingroom.services.sync.Outbox;
import org.readingroom.services.sync.OutboxEntry;
import org.readingroom.viewer.model.SeriesUid;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.origin.NewUid;
import org.readingroom.viewer.origin.Origin;
import org.readingroom.viewer.task.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes objects of marks: finished bytes in the outbox, known by what they were made of, in one
/// transaction with their audit events; then among the files of their study.
///
/// A program that ends between the two finds the bytes in the outbox and files them the next time.
///
/// **Thread:** any but `fx` and `gl`; blocks.
// [impl->req~returned.queued~1]
public final class ObjectService {
    private static final Logger LOG = LoggerFactory.getLogger(ObjectService.class);
    private static final String MEDIA_TYPE = "application/dicom";
    private static final String TARGET = "pacs";

    /// Who makes objects, and with what.
    public record Maker(String author, Origin.Device device) {}

    private final Database documents;
    private final Seal seal;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final ImportService imports;
    private final InstantSource clock;
    private final Maker maker;

    public ObjectService(
            Database documents,
            Seal seal,
            Outbox outbox,
            AuditTrail audit,
            ImportService imports,
            InstantSource clock,
            Maker maker) {
        this.documents = documents;
        this.seal = seal;
        this.outbox = outbox;
        this.audit = audit;
        this.imports = imports;
        this.clock = clock;
        this.maker = maker;
    }

    private record Finished(MadeObject made, ObjectToMake asked, UUID id, byte[] bytes) {}

    private record Known(MadeObject made, byte[] content) {}

    /// Makes those of `wanted` whose content is not that of the newest of their slot; returns how many.
    ///
    /// `language` is that of the words, a tag of RFC 5646. All of them are made, or none.
    public synchronized int make(StudyUid study, List<ObjectToMake> wanted, String language)
            throws WorkstationException {
        byte[] key = seal.reference("study", study.value());
        Map<String, Known> newest = new LinkedHashMap<>();
        List<MadeObject> all = new ArrayList<>();
        for (MadeObjectTable.Row row : documents.read(t -> MadeObjectTable.ofStudy(t, key))) {
            MadeObject made = MadeObjectJson.read(seal.open(row.body(), context(row.id())));
            newest.put(made.slot(), new Known(made, row.content()));
            all.add(made);
        }
        List<Finished> finished = new ArrayList<>();
        for (ObjectToMake asked : wanted) {
            byte[] content = content(asked);
            Known before = newest.get(asked.slot());
            if (before == null || !Arrays.equals(before.content(), content)) {
                MadeObject made = next(asked, all);
                byte[] bytes = asked.writer()
                        .write(
                                origin(asked, made, language),
                                Optional.ofNullable(before).map(Known::made),
                                slot -> Optional.ofNullable(newest.get(slot)).map(Known::made));
                finished.add(new Finished(made, asked, UUID.randomUUID(), bytes));
                newest.put(asked.slot(), new Known(made, content));
                all.add(made);
            }
        }
        if (!finished.isEmpty()) {
            keep(study, key, finished);
            fileQuietly();
        }
        return finished.size();
    }

    /// The instances of a study that were made here.
    public List<MadeObject> madeOf(StudyUid study) throws WorkstationException {
        byte[] key = seal.reference("study", study.value());
        List<MadeObject> all = new ArrayList<>();
        for (MadeObjectTable.Row row : documents.read(t -> MadeObjectTable.ofStudy(t, key))) {
            all.add(MadeObjectJson.read(seal.open(row.body(), context(row.id()))));
        }
        return all;
    }

    /// Files what was made and is not among the files of its study yet; returns how much that was.
    ///
    /// One that cannot be filed keeps no other back; it is the error at the end.
    // [impl->req~returned.filed~1]
    public synchronized int file() throws WorkstationException {
        List<MadeObjectTable.Row> rows = documents.read(MadeObjectTable::unstored);
        WorkstationException failed = null;
        for (MadeObjectTable.Row row : rows) {
            try {
                file(row);
            } catch (WorkstationException e) {
                LOG.warn("an object made here cannot be filed: {}", e.getMessage());
                failed = failed == null ? e : failed;
            }
        }
        if (failed != null) {
            throw failed;
        }
        return rows.size();
    }

    private void file(MadeObjectTable.Row row) throws WorkstationException {
        byte[] bytes = outbox.body(UUID.fromString(row.id()));
        ImportSummary summary = imports.importInstances(List.of(bytes).iterator(), 1, Progress.IGNORED);
        if (!summary.skipped().isEmpty()) {
            throw new WorkstationException(
                    summary.skipped().getFirst().messageKey(), "an object made here was not taken");
        }
        documents.write(t -> {
            MadeObjectTable.markStored(t, row.id());
            return true;
        });
    }

    /// What was made is safe in the outbox: that it could not be filed ends nothing.
    public void fileQuietly() {
        try {
            file();
        } catch (WorkstationException e) {
            LOG.warn("what was made here is not among the files yet: {}", e.getMessage());
        }
    }

    /// Objects of one kind share a series, each with the next number.
    private static MadeObject next(ObjectToMake asked, List<MadeObject> all) {
        String family = asked.modality();
        List<MadeObject> kin = all.stream()
                .filter(made ->
                        made.slot().startsWith(family + " ") || made.slot().equals(family))
                .toList();
        return new MadeObject(
                asked.slot(),
                new SopInstanceUid(NewUid.random()),
                kin.isEmpty() ? new SeriesUid(NewUid.random()) : kin.getLast().series(),
                asked.sopClassUid(),
                kin.stream().mapToInt(MadeObject::instanceNumber).max().orElse(0) + 1);
    }

    private Origin origin(ObjectToMake asked, MadeObject made, String language) {
        return new Origin(
                made.instance(),
                made.series(),
                asked.seriesNumber(),
                made.instanceNumber(),
                asked.description(),
                LocalDateTime.ofInstant(clock.instant(), ZoneId.systemDefault()),
                maker.author(),
                language,
                maker.device());
    }

    private void keep(StudyUid study, byte[] key, List<Finished> finished) throws WorkstationException {
        AuditTable.Row head = documents.write(t -> {
            AuditTable.Row event = null;
            for (Finished one : finished) {
                outbox.putIn(
                        t,
                        new OutboxEntry(
                                one.id(),
                                study,
                                "",
                                0,
                                one.asked().modality(),
                                MEDIA_TYPE,
                                TARGET,
                                clock.instant(),
                                OutboxEntry.State.WAITING,
                                0,
                                one.bytes().length),
                        one.bytes());
                String id = one.id().toString();
                MadeObjectTable.insert(
                        t,
                        new MadeObjectTable.Row(
                                id,
                                key,
                                seal.reference("slot", one.asked().slot()),
                                content(one.asked()),
                                false,
                                seal.seal(MadeObjectJson.write(one.made()), context(id))));
                event = audit.appendIn(
                        t,
                        Action.CREATE,
                        "object.make",
                        one.made().instance().value(),
                        Outcome.SUCCESS,
                        one.asked().modality());
            }
            return Objects.requireNonNull(event);
        });
        audit.publish(head);
        outbox.queued();
    }

    private byte[] content(ObjectToMake asked) {
        return seal.reference("content", HexFormat.of().formatHex(asked.content()));
    }

    private static SealContext context(String id) {
        return new SealContext("made_object", "body", id);
    }
}
