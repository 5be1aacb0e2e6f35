package org.readingroom.desktop.exporting;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.readingroom.desktop.desk.ViewPhoto;
import org.readingroom.desktop.desk.ViewportNode;
import org.readingroom.desktop.exporting.ExportChoice.Form;
import org.readingroom.desktop.exporting.ExportChoice.What;
import org.readingroom.services.export.DicomExport;
import org.readingroom.services.export.DicomOrder;
import org.readingroom.services.export.ExportDraft;
import org.readingroom.services.export.ExportFault;
import org.readingroom.services.export.ExportForm;
import org.readingroom.services.export.ExportPlace;
import org.readingroom.services.export.ExportRequest;
import org.readingroom.services.export.PatientIdentity;
import org.readingroom.services.home.Session;
import org.readingroom.services.store.StoredInstance;
import org.readingroom.viewer.deidentify.BurnedIn;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.model.Series;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;

/// Does what the sheet asks for, whole or not at all, past the gate.
///
/// **Thread:** the IO lane; blocks.
final class Exporter {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private final Session session;
    private final ViewCamera camera;
    private final Clock clock;

    Exporter(Session session, ViewCamera camera, Clock clock) {
        this.session = session;
        this.camera = camera;
        this.clock = clock;
    }

    /// Where it lies, how much of it, what was left out or is odd (message keys).
    record Result(Path place, int written, int leftOut, List<String> told) {
        Result {
            told = List.copyOf(told);
        }
    }

    Result export(ExportChoice choice, Subject subject, Path folder, Progress progress) throws Exception {
        String name = "readingroom-" + LocalDateTime.now(clock).format(STAMP);
        if (choice.form() == Form.DICOM) {
            return dicom(choice, subject, folder, name, progress);
        }
        ExportRequest request = new ExportRequest(
                form(choice.form()),
                ExportPlace.FILE,
                identity(choice, subject),
                subject.studies(choice.what()),
                subject.pictures(choice));
        try {
            return session.gate().through(request, () -> files(choice, subject, folder, name, progress));
        } catch (IOException e) {
            throw ExportFault.of(e);
        }
    }

    private static ExportForm form(Form form) {
        return form.isVideo() ? ExportForm.VIDEO : form.isVolume() ? ExportForm.VOLUME : ExportForm.PICTURE;
    }

    /// Pixels that may show words name the patient, whatever is left away around them.
    private PatientIdentity identity(ExportChoice choice, Subject subject) throws WorkstationException {
        boolean isClean = true;
        for (DisplaySet set : subject.sets(choice.what())) {
            isClean = isClean && isClean(set);
        }
        boolean isMarked = choice.form().isPhoto() && choice.withMarks();
        return isClean && !choice.isNamed() && !isMarked ? PatientIdentity.REMOVED : PatientIdentity.NAMED;
    }

    private boolean isClean(DisplaySet set) throws WorkstationException {
        if (set.isDerived()) {
            return false;
        }
        Set<SopInstanceUid> instances = new LinkedHashSet<>();
        set.frames().forEach(frame -> instances.add(frame.ref().instance()));
        for (SopInstanceUid instance : instances) {
            if (BurnedIn.of(session.studies().header(instance).dataSet()) != BurnedIn.UNLIKELY) {
                return false;
            }
        }
        return true;
    }

    private Result files(ExportChoice choice, Subject subject, Path folder, String name, Progress progress)
            throws WorkstationException, IOException {
        if (choice.form().isVolume()) {
            return volume(choice, subject, folder, name, progress);
        }
        if (choice.form().isVideo()) {
            return video(choice, subject, folder, name, progress);
        }
        String ending = PhotoFiles.format(choice.form()).ending();
        boolean isOne = subject.pictures(choice) == 1;
        try (ExportDraft draft =
                isOne ? ExportDraft.ofFile(folder, name + ending) : ExportDraft.ofFolder(folder, name)) {
            Pictures pictures = new Pictures(choice, subject, draft.path(), isOne, progress);
            pictures.write();
            if (pictures.written == 0) {
                throw new WorkstationException("services.export.nothing-left", "no picture could be written");
            }
            return new Result(draft.keep(), pictures.written, pictures.leftOut, List.of());
        }
    }

    /// The pictures of one export, each in its file; one that cannot be shown is left out and counted.
    private final class Pictures {
        private final ExportChoice choice;
        private final Subject subject;
        private final Path target;
        private final boolean isOne;
        private final Progress progress;
        private int written;
        private int leftOut;

        Pictures(ExportChoice choice, Subject subject, Path target, boolean isOne, Progress progress) {
            this.choice = choice;
            this.subject = subject;
            this.target = target;
            this.isOne = isOne;
            this.progress = progress;
        }

        private interface One {
            void write(Path file) throws WorkstationException, IOException;
        }

        void write() throws WorkstationException, IOException {
            if (!choice.form().isPhoto()) {
                List<ImageFrame> frames = subject.set().frames();
                List<ImageFrame> wanted = choice.what() == What.VIEW
                        ? List.of(frames.get(Math.min(subject.index(), frames.size() - 1)))
                        : frames;
                for (ImageFrame frame : wanted) {
                    one(file -> nativePicture(frame, file));
                }
            } else if (choice.what() == What.SERIES) {
                for (int i = 0; i < subject.count(); i++) {
                    int index = i;
                    one(file -> photo(subject.active(), index, file));
                }
                camera.backTo(subject);
            } else {
                for (ViewportNode node : choice.what() == What.VIEW ? List.of(subject.active()) : subject.visible()) {
                    one(file -> photo(node, -1, file));
                }
            }
        }

        private void nativePicture(ImageFrame frame, Path file) throws WorkstationException, IOException {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                NativePicture.write(out, frame, session.frames(), subject.look(), choice.form());
            }
        }

        private void photo(ViewportNode node, int index, Path file) throws WorkstationException, IOException {
            ViewPhoto photo = camera.photo(subject, node, wish(choice), index, progress);
            PhotoFiles.write(photo, file, PhotoFiles.format(choice.form()));
        }

        private void one(One made) throws WorkstationException, IOException {
            if (progress.isCancelled()) {
                throw new java.util.concurrent.CancellationException("export given up");
            }
            int number = written + leftOut + 1;
            Path file = isOne
                    ? target
                    : target.resolve("%05d".formatted(number)
                            + PhotoFiles.format(choice.form()).ending());
            try {
                made.write(file);
                written++;
            } catch (WorkstationException lost) {
                boolean isOver = lost.messageKey().equals("desktop.export.no-deep")
                        || lost.messageKey().equals(ViewCamera.CHANGED);
                if (isOne || isOver) {
                    throw lost;
                }
                Files.deleteIfExists(file);
                leftOut++;
            }
            progress.at(number, subject.pictures(choice));
        }
    }

    private static ViewPhoto.Wish wish(ExportChoice choice) {
        return new ViewPhoto.Wish(choice.withMarks(), !choice.isAnonymous());
    }

    private Result video(ExportChoice choice, Subject subject, Path folder, String name, Progress progress)
            throws WorkstationException, IOException {
        String ending = choice.form() == Form.MP4 ? ".mp4" : ".gif";
        try (ExportDraft draft = ExportDraft.ofFile(folder, name + ending)) {
            ViewPhoto first = camera.photo(subject, subject.active(), wish(choice), 0, progress);
            int added = 1;
            try (PhotoFiles.Film film =
                    PhotoFiles.film(choice.form(), draft.path(), first, subject.framesPerSecond())) {
                film.add(first);
                for (int i = 1; i < subject.count(); i++) {
                    ViewPhoto next = camera.photo(subject, subject.active(), wish(choice), i, progress);
                    if (next.columns() != first.columns() || next.rows() != first.rows()) {
                        throw new WorkstationException("desktop.export.moved", "the view changed its size");
                    }
                    film.add(next);
                    progress.at(++added, subject.count());
                }
                film.finish();
            }
            camera.backTo(subject);
            return new Result(draft.keep(), added, 0, List.of());
        }
    }

    private Result volume(ExportChoice choice, Subject subject, Path folder, String name, Progress progress)
            throws WorkstationException, IOException {
        String ending = choice.form() == Form.NIFTI ? ".nii.gz" : ".nii";
        try (ExportDraft draft = ExportDraft.ofFile(folder, name + ending)) {
            VolumeFiles.Result result = VolumeFiles.write(
                    draft.path(), subject.set(), subject.sisters(), session.frames(), choice.mayResample(), progress);
            return new Result(draft.keep(), result.times(), 0, result.warningKeys());
        }
    }

    private Result dicom(ExportChoice choice, Subject subject, Path folder, String name, Progress progress)
            throws WorkstationException {
        DicomOrder.Without without = choice.isAnonymous()
                ? new DicomOrder.Without(choice.options(), !choice.isOnceOnly(), choice.isLookedAt())
                : null;
        DicomOrder order = new DicomOrder(
                subject.set().study(), instances(choice.what(), subject), choice.packing(), without, name);
        DicomExport.Result result = session.dicomExport().write(order, folder, progress);
        int leftOut =
                result.leftOut().values().stream().mapToInt(Integer::intValue).sum();
        return new Result(
                result.place(),
                result.written(),
                leftOut,
                result.leftOut().keySet().stream().sorted().toList());
    }

    List<StoredInstance> instances(What what, Subject subject) throws WorkstationException {
        if (what == What.SERIES) {
            return session.studies().instances(subject.set().series());
        }
        List<StoredInstance> all = new ArrayList<>();
        for (Series series : session.studies().series(subject.set().study())) {
            all.addAll(session.studies().instances(series.uid()));
        }
        return all;
    }

    DicomExport.BurnedInCount burnedIn(What what, Subject subject) throws WorkstationException {
        return session.dicomExport().burnedIn(instances(what, subject));
    }
}
