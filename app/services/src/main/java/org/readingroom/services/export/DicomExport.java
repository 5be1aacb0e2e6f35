package org.readingroom.services.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.export.DicomOrder.Packing;
import org.readingroom.services.store.StoredInstance;
import org.readingroom.services.store.StudyStore;
import org.readingroom.viewer.deidentify.BurnedIn;
import org.readingroom.viewer.deidentify.DeidentificationReport;
import org.readingroom.viewer.deidentify.Deidentifier;
import org.readingroom.viewer.deidentify.DeidentifyException;
import org.readingroom.viewer.deidentify.Pseudonyms;
import org.readingroom.viewer.dicom.DicomFile;
import org.readingroom.viewer.dicom.DicomReader;
import org.readingroom.viewer.media.IsoImage;
import org.readingroom.viewer.media.MediaFileSet;
import org.readingroom.viewer.model.SeriesUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;

/// Takes DICOM objects of this home out of it: as they came in, or without the patient.
///
/// **Thread:** any but `fx` and `gl`; blocks.
// [impl->req~export.dicom~1]
public final class DicomExport {
    private final StudyStore store;
    private final ExportGate gate;
    private final Pseudonyms ofThisHome;
    private final SecureRandom random;
    private final InstantSource clock;

    public DicomExport(
            StudyStore store, ExportGate gate, Pseudonyms ofThisHome, SecureRandom random, InstantSource clock) {
        this.store = store;
        this.gate = gate;
        this.ofThisHome = ofThisHome;
        this.random = random;
        this.clock = clock;
    }

    /// What came of it: where it lies, how many objects, and how many were left out for which reason
    /// (message keys).
    public record Result(
            Path place,
            int written,
            Map<String, Integer> leftOut,
            @Nullable DeidentificationReport report) {
        public Result {
            leftOut = Map.copyOf(leftOut);
        }
    }

    /// Writes what `order` wants into `folder`, whole or not at all.
    ///
    /// **Errors:** [ExportRefusedException]; [ExportFault]; `services.export.nothing-left` when every
    /// object had to be left out; [CancellationException] when `progress` is cancelled; those of the store.
    public Result write(DicomOrder order, Path folder, Progress progress) throws WorkstationException {
        try {
            return gate.through(order.request(), () -> written(order, folder, progress));
        } catch (WorkstationException | RuntimeException e) {
            throw e;
        } catch (IOException e) {
            throw ExportFault.of(e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Result written(DicomOrder order, Path folder, Progress progress) throws WorkstationException, IOException {
        try (ExportDraft draft = ExportDraft.ofFolder(folder, order.name())) {
            Run run = new Run(order, draft.path(), progress);
            run.objects();
            Path kept = switch (order.packing()) {
                case FOLDER, FILE_SET -> draft.keep();
                case ZIP, ISO -> packed(order, folder, draft.path(), progress);
            };
            return new Result(kept, run.written, run.leftOut, run.report());
        }
    }

    private Path packed(DicomOrder order, Path folder, Path files, Progress progress) throws IOException {
        try (ExportDraft draft =
                ExportDraft.ofFile(folder, order.name() + order.packing().ending())) {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(draft.path()), 1 << 16)) {
                if (order.packing() == Packing.ZIP) {
                    ZipFolder.write(files, out, progress);
                } else {
                    IsoImage.of(files, "READINGROOM", clock.instant()).write(out, progress);
                }
            }
            return draft.keep();
        }
    }

    /// One export under way.
    private final class Run {
        private final DicomOrder order;
        private final Path target;
        private final Progress progress;
        private final @Nullable Deidentifier deidentifier;
        private final MediaFileSet set = new MediaFileSet();
        private final Map<SeriesUid, Integer> series = new HashMap<>();
        private final Map<String, Integer> leftOut = new TreeMap<>();
        private int written;

        Run(DicomOrder order, Path target, Progress progress) {
            this.order = order;
            this.target = target;
            this.progress = progress;
            DicomOrder.Without without = order.without();
            this.deidentifier = without == null
                    ? null
                    : new Deidentifier(
                            without.options(), without.isConsistent() ? ofThisHome : Pseudonyms.forOneRun(random));
        }

        @Nullable
        DeidentificationReport report() {
            return deidentifier == null ? null : deidentifier.report();
        }

        void objects() throws WorkstationException, IOException {
            int done = 0;
            for (StoredInstance instance : order.instances()) {
                if (progress.isCancelled()) {
                    throw new CancellationException("export given up");
                }
                object(instance);
                progress.at(++done, order.instances().size());
            }
            if (written == 0) {
                throw new WorkstationException("services.export.nothing-left", "every object was left out");
            }
            if (order.packing() != Packing.FOLDER) {
                Files.write(target.resolve("DICOMDIR"), set.index(Pseudonyms.freshUid(random)));
            }
            DeidentificationReport report = report();
            if (report != null) {
                Files.writeString(target.resolve("REPORT.TXT"), report.table());
            }
        }

        private void leave(String reasonKey, Deidentifier without) {
            leftOut.merge(reasonKey, 1, Integer::sum);
            without.report().noteLeftOut(reasonKey);
        }

        private void object(StoredInstance instance) throws WorkstationException, IOException {
            byte[] bytes = store.bytes(instance.uid());
            Deidentifier without = deidentifier;
            if (without != null) {
                DicomFile original = DicomReader.read(bytes);
                if (isShowingWords(original)) {
                    leave("services.export.burned-in", without);
                    return;
                }
                try {
                    bytes = without.apply(original);
                } catch (DeidentifyException e) {
                    leave(e.messageKey(), without);
                    return;
                }
            }
            if (order.packing() == Packing.FOLDER) {
                plain(instance, bytes);
            } else {
                MediaFileSet.Placed placed = set.add(DicomReader.read(bytes), bytes);
                Path file = target.resolve(String.join("/", placed.fileId()));
                Files.createDirectories(file.getParent());
                Files.write(file, placed.bytes());
            }
            written++;
        }

        private boolean isShowingWords(DicomFile original) {
            DicomOrder.Without without = order.without();
            boolean isLookedAt = without != null && without.takesPossiblyBurnedIn();
            return switch (BurnedIn.of(original.dataSet())) {
                case UNLIKELY -> false;
                case POSSIBLE -> !isLookedAt;
                case STATED -> true;
            };
        }

        private void plain(StoredInstance instance, byte[] bytes) throws IOException {
            int number = series.computeIfAbsent(instance.series(), each -> series.size() + 1);
            Path below = Files.createDirectories(target.resolve("S%03d".formatted(number)));
            Files.write(below.resolve("I%05d.dcm".formatted(written + 1)), bytes);
        }
    }

    /// How many of the objects may show words in their pixels, and how many say that they do.
    public record BurnedInCount(int possible, int stated) {}

    /// Looks at the headers alone.
    public BurnedInCount burnedIn(Iterable<StoredInstance> instances) throws WorkstationException {
        int possible = 0;
        int stated = 0;
        for (StoredInstance instance : instances) {
            BurnedIn found = BurnedIn.of(store.header(instance.uid()).dataSet());
            possible += found == BurnedIn.POSSIBLE ? 1 : 0;
            stated += found == BurnedIn.STATED ? 1 : 0;
        }
        return new BurnedInCount(possible, stated);
    }
}
