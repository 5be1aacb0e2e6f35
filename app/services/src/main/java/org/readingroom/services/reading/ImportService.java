package org.readingroom.services.reading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.readingroom.services.audit.AuditEvent.Action;
import org.readingroom.services.audit.AuditEvent.Outcome;
import org.readingroom.services.audit.AuditTrail;
import org.readingroom.services.reading.ImportSummary.Skipped;
import org.readingroom.services.seal.SealBrokenException;
import org.readingroom.services.store.InstanceFiles;
import org.readingroom.services.store.InstanceHeader;
import org.readingroom.services.store.SamePatient;
import org.readingroom.services.store.StoreException;
import org.readingroom.services.store.StudyStore;
import org.readingroom.viewer.dicom.Defect;
import org.readingroom.viewer.dicom.DicomFile;
import org.readingroom.viewer.dicom.DicomReader;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.SeriesUid;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes files, folders, ZIP archives and DICOMDIR file sets into this home.
///
/// Each instance is whole on the disk before the index speaks of it, and the index is written in batches.
// [impl->req~import.sources~1]
// [impl->req~import.summary~1]
public final class ImportService {
    private static final Logger LOG = LoggerFactory.getLogger(ImportService.class);
    /// Chosen: one index transaction then costs less than the files themselves.
    private static final int BATCH = 100;

    private final StudyStore studies;
    private final InstanceFiles files;
    private final AuditTrail audit;
    private final ImportLimits limits;

    public ImportService(StudyStore studies, InstanceFiles files, AuditTrail audit) {
        this(studies, files, audit, ImportLimits.DEFAULT);
    }

    ImportService(StudyStore studies, InstanceFiles files, AuditTrail audit, ImportLimits limits) {
        this.studies = studies;
        this.files = files;
        this.audit = audit;
        this.limits = limits;
    }

    /// Blocks until all is taken or `progress` says cancel; what was taken by then stays.
    ///
    /// **Thread:** any but `fx` and `gl`.
    /// **Errors:** only what ends the whole import, such as a full disk; a bad file is in the summary.
    public ImportSummary importPaths(List<Path> paths, Progress progress) throws WorkstationException {
        try (ImportSources sources = new ImportSources(limits, progress)) {
            for (Path path : paths) {
                if (progress.isCancelled()) {
                    break;
                }
                sources.add(path);
            }
            List<ImportSource> all = sources.sources();
            return new Run(sources.skipped(), progress).run(all.iterator(), all.size());
        }
    }

    /// Takes instances that are made as they are asked for; `total` is how many there will be.
    public ImportSummary importInstances(Iterator<byte[]> instances, long total, Progress progress)
            throws WorkstationException {
        return new Run(List.of(), progress).run(new GeneratedSources(instances), total);
    }

    private record GeneratedSources(Iterator<byte[]> instances) implements Iterator<ImportSource> {
        @Override
        public boolean hasNext() {
            return instances.hasNext();
        }

        @Override
        public ImportSource next() {
            byte[] bytes = instances.next();
            return new ImportSource() {
                @Override
                public String path() {
                    return "";
                }

                @Override
                public byte[] read() {
                    return bytes;
                }
            };
        }
    }

    /// One import, from the first file to the last.
    private final class Run {
        private final Progress progress;
        private final List<Skipped> skipped;
        private final List<StudyStore.Arrival> batch = new ArrayList<>();
        private final Map<SopInstanceUid, String> batchDigests = new HashMap<>();
        private final Map<SeriesUid, StudyUid> seriesHomes = new HashMap<>();
        private final Map<StudyUid, Study> newStudies = new HashMap<>();
        private final Set<StudyUid> touched = new LinkedHashSet<>();
        private final Set<StudyUid> audited = new HashSet<>();
        private int imported;
        private int duplicates;

        Run(List<Skipped> skipped, Progress progress) {
            this.progress = progress;
            this.skipped = new ArrayList<>(skipped);
        }

        ImportSummary run(Iterator<ImportSource> sources, long total) throws WorkstationException {
            long done = 0;
            boolean isCancelled = progress.isCancelled();
            try {
                while (sources.hasNext()) {
                    isCancelled = progress.isCancelled();
                    if (isCancelled) {
                        break;
                    }
                    take(sources.next());
                    progress.at(++done, total);
                }
            } catch (WorkstationException | RuntimeException e) {
                // Also when a full disk ends the run: what is whole on the disk is to be found.
                try {
                    flush();
                } catch (WorkstationException | RuntimeException second) {
                    e.addSuppressed(second);
                }
                throw e;
            }
            flush();
            LOG.info("import: {} taken, {} known already, {} skipped", imported, duplicates, skipped.size());
            return new ImportSummary(imported, duplicates, skipped, touched, isCancelled);
        }

        private void take(ImportSource source) throws WorkstationException {
            try {
                byte[] bytes = source.read();
                keep(source, header(bytes), bytes);
            } catch (IOException e) {
                skipped.add(new Skipped(source.path(), ImportSources.unreadable(e), List.of()));
            } catch (StoreException e) {
                throw e;
            } catch (WorkstationException e) {
                skipped.add(new Skipped(source.path(), e.messageKey(), e.messageArguments()));
            } catch (OutOfMemoryError e) {
                skipped.add(new Skipped(source.path(), "services.import.out-of-memory", List.of()));
            }
        }

        private InstanceHeader header(byte[] bytes) throws WorkstationException {
            try {
                DicomFile file = DicomReader.read(bytes);
                refuseDamaged(file);
                return InstanceHeader.of(file);
            } catch (RuntimeException | StackOverflowError e) {
                // A fault of ours in one odd file does not end the import of all the others.
                LOG.error("a file to be imported was not understood", e);
                throw new WorkstationException("services.import.unreadable", "reader failed");
            }
        }

        /// A file that was cut in transfer would stand in the way of the whole one, so it is not taken.
        private void refuseDamaged(DicomFile file) throws WorkstationException {
            for (Defect defect : file.defects()) {
                if (defect.kind() == Defect.Kind.TRUNCATED || defect.kind() == Defect.Kind.INFLATE_FAILED) {
                    throw new WorkstationException(
                            "services.import.damaged", List.of(), "damaged file " + defect.kind(), null);
                }
            }
        }

        private void keep(ImportSource source, InstanceHeader header, byte[] bytes) throws WorkstationException {
            String sha256 = StudyStore.sha256Of(bytes);
            Optional<String> held = heldDigest(header.uid());
            if (held.isPresent()) {
                if (held.get().equals(sha256)) {
                    duplicates++;
                } else {
                    skipped.add(new Skipped(source.path(), "services.import.other-content", List.of()));
                }
                return;
            }
            refuseStrangers(header);
            if (files.exists(header.uid())) {
                adopt(source, header, bytes, sha256);
                return;
            }
            files.write(header.uid(), bytes);
            enter(header, bytes.length, sha256);
            imported++;
        }

        private Optional<String> heldDigest(SopInstanceUid instance) throws WorkstationException {
            String fresh = batchDigests.get(instance);
            return fresh != null ? Optional.of(fresh) : studies.sha256(instance);
        }

        /// A file without a row: an import ended between the two. Its content decides, not its date.
        private void adopt(ImportSource source, InstanceHeader header, byte[] bytes, String sha256)
                throws WorkstationException {
            try {
                byte[] present = files.read(header.uid());
                String presentSha256 = StudyStore.sha256Of(present);
                InstanceHeader presentHeader = InstanceHeader.of(DicomReader.read(present));
                refuseStrangers(presentHeader);
                enter(presentHeader, present.length, presentSha256);
                if (presentSha256.equals(sha256)) {
                    imported++;
                } else {
                    skipped.add(new Skipped(source.path(), "services.import.other-content", List.of()));
                }
            } catch (SealBrokenException e) {
                files.setAside(header.uid());
                files.write(header.uid(), bytes);
                enter(header, bytes.length, sha256);
                imported++;
            }
        }

        /// One study has one patient and one series one study; what says otherwise is not mixed in.
        private void refuseStrangers(InstanceHeader header) throws WorkstationException {
            StudyUid uid = header.study().uid();
            Study known = newStudies.get(uid);
            Patient patient = known != null
                    ? known.patient()
                    : studies.study(uid)
                            .map(Study::patient)
                            .orElse(header.study().patient());
            if (!SamePatient.is(patient, header.study().patient())) {
                throw new WorkstationException("services.import.other-patient", "study of another patient");
            }
            SeriesUid series = header.series().uid();
            StudyUid home = seriesHomes.get(series);
            if (home == null) {
                home = studies.studyOf(series).orElse(uid);
                seriesHomes.put(series, home);
            }
            if (!home.equals(uid)) {
                throw new WorkstationException("services.import.other-study", "series of another study");
            }
        }

        private void enter(InstanceHeader header, long bytes, String sha256) throws WorkstationException {
            newStudies.putIfAbsent(header.study().uid(), header.study());
            batch.add(new StudyStore.Arrival(header, bytes, sha256));
            batchDigests.put(header.uid(), sha256);
            touched.add(header.study().uid());
            if (batch.size() >= BATCH) {
                flush();
            }
        }

        /// The trail first: a program ended between the two leaves no image that nobody was seen to bring in.
        private void flush() throws WorkstationException {
            for (StudyUid study : touched) {
                if (!audited.contains(study)) {
                    audit.append(Action.CREATE, "study.import", study.value(), Outcome.SUCCESS, "");
                    audited.add(study);
                }
            }
            studies.add(batch);
            batch.clear();
            batchDigests.clear();
        }
    }
}
