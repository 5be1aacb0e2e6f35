package org.readingroom.services.store;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.readingroom.services.seal.Seal;
import org.readingroom.services.seal.SealBrokenException;
import org.readingroom.services.seal.SealContext;
import org.readingroom.services.store.IndexJson.InstanceBody;
import org.readingroom.services.store.IndexJson.StudyBody;
import org.readingroom.services.store.IndexTable.Level;
import org.readingroom.viewer.dicom.DicomFile;
import org.readingroom.viewer.dicom.DicomHeader;
import org.readingroom.viewer.dicom.DicomReader;
import org.readingroom.viewer.model.Series;
import org.readingroom.viewer.model.SeriesUid;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;

/// The studies of this home: their lists and the way to their files.
///
/// The list of studies is held in memory, since its rows are sealed and cannot be searched on disk.
///
/// **Thread:** any but `fx` and `gl`; blocks.
public final class StudyStore {
    private static final Comparator<Study> NEWEST_FIRST = Comparator.comparing(
                    Study::dateTime, Comparator.nullsFirst(Comparator.naturalOrder()))
            .reversed()
            .thenComparing(study -> study.uid().value());

    /// One instance whose file is on disk and whose row is to be written.
    public record Arrival(InstanceHeader header, long bytes, String sha256) {}

    private final Database index;
    private final InstanceFiles files;
    private final Seal seal;
    private final Map<StudyUid, StudyBody> studies = new ConcurrentHashMap<>();
    private volatile InstanceRepair repair = instance -> false;

    private StudyStore(Database index, InstanceFiles files, Seal seal) {
        this.index = index;
        this.files = files;
        this.seal = seal;
    }

    /// Reads the list; makes the whole index anew from the files when it is not complete.
    // [impl->req~store.index-rebuilt~1]
    public static StudyStore open(Database index, InstanceFiles files, Seal seal, Progress progress)
            throws WorkstationException {
        StudyStore store = new StudyStore(index, files, seal);
        if (!index.read(IndexTable::isComplete)) {
            IndexRebuild.run(store, files, index, progress);
        }
        try {
            store.load();
        } catch (SealBrokenException e) {
            IndexRebuild.run(store, files, index, progress);
            store.load();
        }
        return store;
    }

    /// Empties the list, which is made anew.
    void forget() {
        studies.clear();
    }

    private void load() throws WorkstationException {
        for (IndexTable.Row row : index.read(t -> IndexTable.all(t, Level.STUDY))) {
            StudyBody body = IndexJson.study(seal.open(row.body(), context(Level.STUDY, row.key())));
            studies.put(body.study().uid(), body);
        }
    }

    /// All studies, newest first.
    public List<Study> studies() {
        return studies.values().stream()
                .map(StudyBody::study)
                .sorted(NEWEST_FIRST)
                .toList();
    }

    public Optional<Study> study(StudyUid uid) {
        return Optional.ofNullable(studies.get(uid)).map(StudyBody::study);
    }

    /// The code of Requested Procedure Priority that the files of the study carry; empty when none do.
    public String priorityCode(StudyUid uid) {
        StudyBody body = studies.get(uid);
        return body == null ? "" : body.priority();
    }

    /// By series number.
    public List<Series> series(StudyUid study) throws WorkstationException {
        List<Series> series = new ArrayList<>();
        index.read(t -> {
            for (IndexTable.Row row : IndexTable.under(t, Level.SERIES, key(Level.STUDY, study.value()))) {
                int instances = IndexTable.count(t, Level.INSTANCE, row.key());
                series.add(IndexJson.series(seal.open(row.body(), context(Level.SERIES, row.key())), instances));
            }
            return true;
        });
        series.sort(Comparator.comparingInt(Series::number)
                .thenComparing(each -> each.uid().value()));
        return List.copyOf(series);
    }

    /// By instance number.
    public List<StoredInstance> instances(SeriesUid series) throws WorkstationException {
        List<StoredInstance> instances = new ArrayList<>();
        byte[] parent = key(Level.SERIES, series.value());
        for (IndexTable.Row row : index.read(t -> IndexTable.under(t, Level.INSTANCE, parent))) {
            instances.add(instance(row.key(), row.body()).instance());
        }
        instances.sort(Comparator.comparingInt(StoredInstance::number)
                .thenComparing(each -> each.uid().value()));
        return List.copyOf(instances);
    }

    /// The file of one instance, opened whole in memory.
    ///
    /// **Errors:** `services.store.file-missing`; a broken seal; what the reader says of the content.
    public DicomFile open(SopInstanceUid instance) throws WorkstationException {
        return DicomReader.read(bytes(instance));
    }

    /// The header of one instance; its pixels stay on the disk.
    ///
    /// **Errors:** as [#open].
    public DicomHeader header(SopInstanceUid instance) throws WorkstationException {
        return read(instance, () -> files.header(instance));
    }

    /// The file of one instance as it was imported, byte for byte.
    ///
    /// **Errors:** as [#open].
    public byte[] bytes(SopInstanceUid instance) throws WorkstationException {
        return read(instance, () -> files.read(instance));
    }

    /// Who brings files back that are missing or damaged; nobody at first.
    public void repairBy(InstanceRepair other) {
        repair = other;
    }

    private interface Reading<T> {
        T read() throws WorkstationException;
    }

    private <T> T read(SopInstanceUid instance, Reading<T> reading) throws WorkstationException {
        try {
            return reading.read();
        } catch (WorkstationException e) {
            boolean isLost = e instanceof SealBrokenException || e.messageKey().equals("services.store.file-missing");
            byte[] key = key(Level.INSTANCE, instance.value());
            Optional<byte[]> body =
                    isLost ? index.read(t -> IndexTable.body(t, Level.INSTANCE, key)) : Optional.empty();
            if (body.isPresent() && repair.repair(instance(key, body.get()).instance())) {
                return reading.read();
            }
            throw e;
        }
    }

    /// The SHA-256 of the file held for `instance`, in hexadecimal.
    public Optional<String> sha256(SopInstanceUid instance) throws WorkstationException {
        byte[] key = key(Level.INSTANCE, instance.value());
        Optional<byte[]> body = index.read(t -> IndexTable.body(t, Level.INSTANCE, key));
        return body.isEmpty()
                ? Optional.empty()
                : Optional.of(instance(key, body.get()).sha256());
    }

    /// The study that `series` is in.
    public Optional<StudyUid> studyOf(SeriesUid series) throws WorkstationException {
        byte[] key = key(Level.SERIES, series.value());
        Optional<byte[]> body = index.read(t -> IndexTable.body(t, Level.SERIES, key));
        return body.isEmpty()
                ? Optional.empty()
                : Optional.of(IndexJson.series(seal.open(body.get(), context(Level.SERIES, key)), 0)
                        .study());
    }

    /// Writes the rows of instances whose files are complete, in one transaction. One caller at a time, since the
    /// list in memory follows the commit and the next caller goes on from it.
    public synchronized void add(List<Arrival> arrivals) throws WorkstationException {
        if (arrivals.isEmpty()) {
            return;
        }
        files.syncNames(arrivals.stream().map(arrival -> arrival.header().uid()).toList());
        Map<StudyUid, StudyBody> touched = new LinkedHashMap<>();
        index.write(t -> {
            for (Arrival arrival : arrivals) {
                addRows(t, arrival, touched);
            }
            for (Map.Entry<StudyUid, StudyBody> entry : touched.entrySet()) {
                entry.setValue(counted(t, entry.getValue()));
                saveStudy(t, entry.getValue());
            }
            return true;
        });
        studies.putAll(touched);
    }

    private void addRows(Transaction transaction, Arrival arrival, Map<StudyUid, StudyBody> touched)
            throws StoreException {
        InstanceHeader header = arrival.header();
        StudyUid study = header.study().uid();
        StudyBody before = touched.getOrDefault(study, studies.get(study));
        StudyBody after = before == null ? new StudyBody(header.study(), header.priority()) : grown(before, header);
        touched.put(study, after);
        if (before == null) {
            saveStudy(transaction, after);
        }
        byte[] studyKey = key(Level.STUDY, study.value());
        byte[] seriesKey = key(Level.SERIES, header.series().uid().value());
        if (IndexTable.body(transaction, Level.SERIES, seriesKey).isEmpty()) {
            IndexTable.save(
                    transaction,
                    Level.SERIES,
                    seriesKey,
                    studyKey,
                    seal.seal(IndexJson.write(header.series()), context(Level.SERIES, seriesKey)));
        }
        byte[] instanceKey = key(Level.INSTANCE, header.uid().value());
        StoredInstance instance = new StoredInstance(
                header.uid(),
                header.series().uid(),
                study,
                header.instance().sopClassUid(),
                header.transferSyntaxUid(),
                header.instance().number(),
                header.instance().frames(),
                arrival.bytes());
        byte[] body = IndexJson.write(new InstanceBody(instance, arrival.sha256()));
        IndexTable.save(
                transaction,
                Level.INSTANCE,
                instanceKey,
                seriesKey,
                seal.seal(body, context(Level.INSTANCE, instanceKey)));
    }

    private void saveStudy(Transaction transaction, StudyBody body) throws StoreException {
        byte[] key = key(Level.STUDY, body.study().uid().value());
        IndexTable.save(
                transaction, Level.STUDY, key, key, seal.seal(IndexJson.write(body), context(Level.STUDY, key)));
    }

    /// The first file of a study says who and when; later ones add a modality and fill what was empty.
    private static StudyBody grown(StudyBody before, InstanceHeader header) {
        Study study = before.study();
        Study other = header.study();
        TreeSet<String> modalities = new TreeSet<>(study.modalities());
        modalities.addAll(other.modalities());
        return new StudyBody(
                new Study(
                        study.uid(),
                        study.patient(),
                        study.accessionNumber().isEmpty() ? other.accessionNumber() : study.accessionNumber(),
                        study.dateTime() == null ? other.dateTime() : study.dateTime(),
                        study.description().isEmpty() ? other.description() : study.description(),
                        modalities,
                        study.bodyPart().isEmpty() ? other.bodyPart() : study.bodyPart(),
                        study.seriesCount(),
                        study.instanceCount()),
                before.priority().isEmpty() ? header.priority() : before.priority());
    }

    private StudyBody counted(Transaction transaction, StudyBody body) throws StoreException {
        Study study = body.study();
        byte[] key = key(Level.STUDY, study.uid().value());
        return new StudyBody(
                new Study(
                        study.uid(),
                        study.patient(),
                        study.accessionNumber(),
                        study.dateTime(),
                        study.description(),
                        study.modalities(),
                        study.bodyPart(),
                        IndexTable.count(transaction, Level.SERIES, key),
                        IndexTable.countInstancesOfStudy(transaction, key)),
                body.priority());
    }

    /// Lets go of the rows of instances; the study stays in the list, with the count of what is left.
    synchronized void remove(StudyUid study, List<SopInstanceUid> instances) throws WorkstationException {
        StudyBody before = studies.get(study);
        if (before == null) {
            return;
        }
        StudyBody after = index.write(t -> {
            for (SopInstanceUid instance : instances) {
                IndexTable.deleteInstance(t, key(Level.INSTANCE, instance.value()));
            }
            IndexTable.deleteEmptySeries(t, key(Level.STUDY, study.value()));
            StudyBody counted = counted(t, before);
            saveStudy(t, counted);
            return counted;
        });
        studies.put(study, after);
    }

    /// In hexadecimal.
    public static String sha256Of(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("no SHA-256", e);
        }
    }

    private InstanceBody instance(byte[] key, byte[] body) throws WorkstationException {
        return IndexJson.instance(seal.open(body, context(Level.INSTANCE, key)));
    }

    private byte[] key(Level level, String uid) {
        return seal.reference(level.table(), uid);
    }

    private static SealContext context(Level level, byte[] key) {
        return new SealContext(level.table(), "body", HexFormat.of().formatHex(key));
    }
}
