package org.readingroom.desktop.exporting;

import java.nio.IntBuffer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.desk.PictureMaker;
import org.readingroom.desktop.desk.ReadingDeskModel;
import org.readingroom.desktop.desk.ReadingDeskView;
import org.readingroom.desktop.desk.ViewPhoto;
import org.readingroom.desktop.fx.FxProgress;
import org.readingroom.desktop.fx.SheetLayer;
import org.readingroom.desktop.fx.StatusViewModel;
import org.readingroom.desktop.fx.StatusViewModel.Tone;
import org.readingroom.desktop.fx.Words;
import org.readingroom.desktop.gate.ExitDoor;
import org.readingroom.desktop.settings.WindowMemory;
import org.readingroom.services.export.ExportForm;
import org.readingroom.services.export.ExportPlace;
import org.readingroom.services.export.ExportRequest;
import org.readingroom.services.export.PatientIdentity;
import org.readingroom.services.home.Session;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.Progress;
import org.readingroom.viewer.task.TaskRunner;

/// Exports from the desk: opens the sheet, runs one export at a time and tells of it in the status line.
///
/// **Thread:** FX.
// [impl->req~export.sheet~1]
public final class ExportDesk {
    private static final String FOLDER = "export.folder";

    private final Session session;
    private final ReadingDeskModel desk;
    private final ReadingDeskView view;
    private final SheetLayer sheets;
    private final TaskRunner tasks;
    private final StatusViewModel status;
    private final Words words;
    private final WindowMemory memory;
    private final ViewCamera camera;
    private final Exporter exporter;
    private @Nullable FxProgress running;

    public ExportDesk(
            Session session,
            ReadingDeskModel desk,
            ReadingDeskView view,
            PictureMaker maker,
            SheetLayer sheets,
            TaskRunner tasks,
            StatusViewModel status,
            Words words,
            WindowMemory memory) {
        this.session = session;
        this.desk = desk;
        this.view = view;
        this.sheets = sheets;
        this.tasks = tasks;
        this.status = status;
        this.words = words;
        this.memory = memory;
        this.camera = new ViewCamera(tasks, maker);
        this.exporter = new Exporter(session, camera, Clock.system(ZoneId.systemDefault()));
    }

    /// Opens the sheet for what lies on the desk.
    public void open() {
        Subject subject = Subject.of(desk, view);
        if (subject == null) {
            status.say(Tone.PLAIN, words.get("desktop.export.nothing-open"));
            return;
        }
        if (running != null) {
            status.say(Tone.ATTENTION, words.get("desktop.export.one-at-a-time"));
            return;
        }
        tasks.start(
                Lane.IO,
                Priority.ON_SCREEN,
                () -> new int[] {
                    exporter.instances(ExportChoice.What.SERIES, subject).size(),
                    exporter.instances(ExportChoice.What.STUDY, subject).size()
                },
                counts -> show(subject, counts[0], counts[1]),
                this::failed);
    }

    private void show(Subject subject, int seriesObjects, int studyObjects) {
        Path folder = memory.text(FOLDER)
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), "ReadingRoom-export"));
        ExportSheetModel model = new ExportSheetModel(
                ExportChoice.remembered(memory), subject, seriesObjects, studyObjects, folder, words);
        Button export = new Button();
        export.setId("export-go");
        export.setDefaultButton(true);
        export.textProperty().bind(words.text("desktop.export.go"));
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(words.text("desktop.export.go").concat("  Enter"));
        export.setTooltip(tip);
        export.setOnAction(event -> {
            sheets.close();
            run(model.choice(), subject, model.folder.get());
        });
        model.what.subscribe(what -> tasks.start(
                Lane.IO,
                Priority.NEIGHBOUR,
                () -> exporter.burnedIn(what == ExportChoice.What.STUDY ? what : ExportChoice.What.SERIES, subject),
                found -> model.counted(what, found),
                this::failed));
        sheets.show("desktop.export.title", new ExportSheet(model, words), 640, 900, export);
    }

    private void run(ExportChoice choice, Subject subject, Path folder) {
        choice.remember(memory);
        memory.keep(FOLDER, folder);
        memory.save();
        FxProgress progress = new FxProgress(
                command -> tasks.start(Lane.FX, Priority.ON_SCREEN, command),
                (done, total) -> working(words.get("desktop.export.running-of", done, total), (double) done / total));
        running = progress;
        working(words.get("desktop.export.running"), -1);
        tasks.start(
                Lane.IO,
                Priority.NEIGHBOUR,
                () -> exporter.export(choice, subject, folder, progress),
                this::done,
                this::failed);
    }

    private void working(String told, double fraction) {
        FxProgress now = running;
        if (now != null && !now.isCancelled()) {
            status.working(this, told, fraction, () -> {
                now.cancel();
                status.working(this, words.get("desktop.export.cancelling"), -1, null);
            });
        }
    }

    private void done(Exporter.Result result) {
        rest();
        String told = words.get(
                "desktop.export.done", result.written(), result.place().toString());
        if (result.leftOut() > 0) {
            told += " " + words.get("desktop.export.left-out", result.leftOut());
        }
        for (String key : result.told()) {
            told += " " + words.get(key);
        }
        status.say(result.leftOut() > 0 || !result.told().isEmpty() ? Tone.ATTENTION : Tone.DONE, told);
    }

    private void failed(Exception fault) {
        rest();
        if (fault instanceof java.util.concurrent.CancellationException) {
            status.say(Tone.ATTENTION, words.get("desktop.export.cancelled"));
        } else {
            status.say(Tone.CRITICAL, words.about(fault));
        }
    }

    private void rest() {
        if (running != null) {
            running = null;
            status.rested(this);
        }
    }

    /// Puts the active view as a picture on the clipboard, with marks and without the words that name the
    /// patient.
    public void copyView() {
        Subject subject = Subject.of(desk, view);
        if (subject == null || !subject.active().hasPicture()) {
            status.say(Tone.PLAIN, words.get("desktop.export.nothing-open"));
            return;
        }
        ExportRequest request = new ExportRequest(
                ExportForm.PICTURE,
                ExportPlace.CLIPBOARD,
                PatientIdentity.NAMED,
                Set.of(subject.set().study()),
                1);
        ViewPhoto.Wish wish = new ViewPhoto.Wish(true, false);
        new ExitDoor(session.gate(), tasks, status, words)
                .through(
                        request,
                        () -> camera.photo(subject, subject.active(), wish, Progress.IGNORED),
                        this::toClipboard);
    }

    private void toClipboard(ViewPhoto photo) {
        ClipboardContent content = new ClipboardContent();
        content.putImage(new WritableImage(new PixelBuffer<>(
                photo.columns(), photo.rows(), IntBuffer.wrap(photo.argb()), PixelFormat.getIntArgbPreInstance())));
        Clipboard.getSystemClipboard().setContent(content);
        status.say(Tone.DONE, words.get("desktop.export.copied"));
    }
}
