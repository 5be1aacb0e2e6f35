package org.readingroom.services.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import org.readingroom.services.archive.Archive;
import org.readingroom.services.archive.ArchiveException;
import org.readingroom.services.archive.ArchiveInstance;
import org.readingroom.services.archive.InstanceSink;
import org.readingroom.services.archive.StoreAnswer;
import org.readingroom.services.archive.StudyPage;
import org.readingroom.services.archive.StudyQuery;
import org.readingroom.services.dimse.DimseException;
import org.readingroom.services.link.ServerFault;
import org.readingroom.services.store.InstanceHeader;
import org.readingroom.viewer.dicom.DicomReader;
import org.readingroom.viewer.model.Series;
import org.readingroom.viewer.model.SeriesUid;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.phantom.SyntheticStudy;
import org.readingroom.viewer.task.Progress;

/// An archive in memory. It lists what was put in, in the order of instance numbers, and hands it out; a test may
/// meddle with every file on its way, and refuse, delay or cut a request.
///
/// **Thread:** any.
public final class TestArchive implements Archive {
    /// Asked before each request and for each file that goes out.
    public interface Meddler {
        /// `request` is `studies`, `series`, `instances`, `first`, `fetch`, `fetchSeries`, `thumbnail` or `store`.
        default void before(String request) throws WorkstationException {}

        /// What goes out instead of `file`: the same, another, several, none.
        default List<byte[]> handOut(SopInstanceUid instance, byte[] file) throws WorkstationException {
            return List.of(file);
        }
    }

    private record Held(InstanceHeader header, byte[] file) {}

    private final Map<SopInstanceUid, Held> held = new LinkedHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile Meddler meddler = new Meddler() {};
    private volatile boolean isDimse;
    private volatile boolean findsFirst;

    /// Takes in one file as if it had always been there.
    public synchronized TestArchive put(byte[] file) {
        try {
            InstanceHeader header = InstanceHeader.of(DicomReader.read(file));
            held.put(header.uid(), new Held(header, file));
            return this;
        } catch (WorkstationException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public TestArchive put(SyntheticStudy study) {
        study.drawn().forEach(instance -> put(instance.toBytes()));
        return this;
    }

    public void meddle(Meddler other) {
        meddler = other;
    }

    /// From now on it gives up as an archive spoken to over DIMSE.
    public TestArchive overDimse() {
        isDimse = true;
        return this;
    }

    /// From now on it finds the first instance of a series without listing it.
    public TestArchive findingFirst() {
        findsFirst = true;
        return this;
    }

    /// Every request that came in, oldest first: its name, and the UID of what was asked for.
    public List<String> asked() {
        return List.copyOf(asked);
    }

    public long asked(String request) {
        return asked.stream().filter(one -> one.startsWith(request + " ")).count();
    }

    public synchronized List<SopInstanceUid> instancesOf(StudyUid study) {
        return of(study).stream().map(one -> one.header.uid()).toList();
    }

    public synchronized byte[] file(SopInstanceUid instance) {
        return Optional.ofNullable(held.get(instance)).orElseThrow().file;
    }

    private void began(String request, String what, Progress progress) throws WorkstationException {
        goOn(progress);
        asked.add(request + " " + what);
        meddler.before(request);
    }

    /// Gives up as the archives over the wire do: DICOMweb by an unchecked exception, DIMSE by one of its own.
    private void goOn(Progress progress) throws WorkstationException {
        if (!progress.isCancelled()) {
            return;
        }
        if (isDimse) {
            throw new DimseException("services.dimse.cancelled", List.of(), "cancelled");
        }
        throw new CancellationException("fetch given up");
    }

    private synchronized List<Held> of(StudyUid study) {
        return held.values().stream()
                .filter(one -> one.header.study().uid().equals(study))
                .sorted(Comparator.comparingInt(one -> one.header.instance().number()))
                .toList();
    }

    private List<Held> of(StudyUid study, SeriesUid series) {
        return of(study).stream()
                .filter(one -> one.header.series().uid().equals(series))
                .toList();
    }

    @Override
    public StudyPage studies(StudyQuery query, int offset, int limit, Progress progress) throws WorkstationException {
        began("studies", query.patientId(), progress);
        List<Study> found = new ArrayList<>();
        Map<StudyUid, Study> all = new LinkedHashMap<>();
        synchronized (this) {
            held.values().forEach(one -> all.putIfAbsent(one.header.study().uid(), one.header.study()));
        }
        for (Study study : all.values()) {
            if (matches(query, study)) {
                found.add(counted(study));
            }
        }
        int end = Math.min(found.size(), offset + limit);
        return new StudyPage(found.subList(Math.min(offset, end), end), end < found.size() ? end : -1);
    }

    private Study counted(Study study) {
        List<Held> all = of(study.uid());
        TreeSet<String> modalities = new TreeSet<>();
        all.forEach(one -> modalities.addAll(one.header.study().modalities()));
        return new Study(
                study.uid(),
                study.patient(),
                study.accessionNumber(),
                study.dateTime(),
                study.description(),
                modalities,
                study.bodyPart(),
                (int) all.stream()
                        .map(one -> one.header.series().uid())
                        .distinct()
                        .count(),
                all.size());
    }

    private static boolean matches(StudyQuery query, Study study) {
        StudyUid wanted = query.study();
        return (wanted == null || wanted.equals(study.uid()))
                && (query.patientId().isEmpty()
                        || query.patientId().equals(study.patient().id().value()))
                && (query.accessionNumber().isEmpty() || query.accessionNumber().equals(study.accessionNumber()));
    }

    @Override
    public List<Series> series(StudyUid study, Progress progress) throws WorkstationException {
        began("series", study.value(), progress);
        Map<SeriesUid, Series> all = new LinkedHashMap<>();
        for (Held one : of(study)) {
            Series series = one.header.series();
            int count = of(study, series.uid()).size();
            all.putIfAbsent(
                    series.uid(),
                    new Series(
                            series.uid(),
                            study,
                            series.modality(),
                            series.number(),
                            series.description(),
                            series.bodyPart(),
                            series.laterality(),
                            count));
        }
        return List.copyOf(all.values());
    }

    @Override
    public List<ArchiveInstance> instances(StudyUid study, SeriesUid series, Progress progress)
            throws WorkstationException {
        began("instances", series.value(), progress);
        return listed(study, series);
    }

    private List<ArchiveInstance> listed(StudyUid study, SeriesUid series) {
        return of(study, series).stream()
                .map(one -> new ArchiveInstance(
                        one.header.uid(),
                        series,
                        study,
                        one.header.instance().sopClassUid(),
                        one.header.instance().number(),
                        one.header.instance().frames()))
                .toList();
    }

    @Override
    public Optional<ArchiveInstance> first(StudyUid study, SeriesUid series, Progress progress)
            throws WorkstationException {
        if (!findsFirst) {
            return Optional.empty();
        }
        began("first", series.value(), progress);
        return listed(study, series).stream().filter(one -> one.number() == 1).findFirst();
    }

    @Override
    public void fetchSeries(StudyUid study, SeriesUid series, InstanceSink sink, Progress progress)
            throws WorkstationException {
        began("fetchSeries", series.value(), progress);
        for (Held one : of(study, series)) {
            goOn(progress);
            for (byte[] file : meddler.handOut(one.header.uid(), one.file)) {
                goOn(progress);
                sink.arrived(file);
            }
        }
    }

    @Override
    public byte[] fetch(StudyUid study, SeriesUid series, SopInstanceUid instance, Progress progress)
            throws WorkstationException {
        began("fetch", instance.value(), progress);
        Held found;
        synchronized (this) {
            found = held.get(instance);
        }
        if (found == null || !found.header.study().uid().equals(study)) {
            throw new ArchiveException(ServerFault.MISSING, "no such instance", null);
        }
        List<byte[]> out = meddler.handOut(instance, found.file);
        if (out.isEmpty()) {
            throw new ArchiveException(ServerFault.GARBLED, "nothing came", null);
        }
        return out.getFirst();
    }

    @Override
    public Optional<byte[]> thumbnail(StudyUid study, SeriesUid series) throws WorkstationException {
        began("thumbnail", series.value(), Progress.IGNORED);
        return Optional.empty();
    }

    /// What is here already with other content is refused for good, Failure Reason 0110H.
    @Override
    public StoreAnswer store(StudyUid study, List<byte[]> files, Progress progress) throws WorkstationException {
        began("store", study.value(), progress);
        List<SopInstanceUid> stored = new ArrayList<>();
        List<StoreAnswer.Refused> refused = new ArrayList<>();
        for (byte[] file : files) {
            InstanceHeader header = InstanceHeader.of(DicomReader.read(file));
            synchronized (this) {
                Held before = held.get(header.uid());
                if (before != null && !Arrays.equals(before.file, file)) {
                    refused.add(new StoreAnswer.Refused(header.uid(), 0x0110, true, "services.server.refused"));
                } else {
                    held.put(header.uid(), new Held(header, file));
                    stored.add(header.uid());
                }
            }
        }
        return new StoreAnswer(stored, refused);
    }

    /// `file` without its last `bytes`.
    public static byte[] cut(byte[] file, int bytes) {
        return Arrays.copyOf(file, file.length - bytes);
    }

    /// `file` with `other` of the same length in place of `old`, wherever it stands.
    public static byte[] replaced(byte[] file, String old, String other) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        if (old.length() != other.length() || !text.contains(old)) {
            throw new IllegalArgumentException("cannot put one for the other");
        }
        return text.replace(old, other).getBytes(StandardCharsets.ISO_8859_1);
    }
}
