package org.readingroom.desktop.gate;

import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.fx.StatusViewModel;
import org.readingroom.desktop.fx.StatusViewModel.Tone;
import org.readingroom.desktop.fx.Words;
import org.readingroom.services.export.ExportForm;
import org.readingroom.services.export.ExportGate;
import org.readingroom.services.export.ExportPlace;
import org.readingroom.services.export.ExportRequest;
import org.readingroom.services.export.PatientIdentity;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.task.Handle;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.TaskRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The export gate as the window uses it: asked on the IO lane, answered on FX.
///
/// **Thread:** FX.
// [impl->req~export.gate~1]
public final class ExitDoor {
    private static final Logger LOG = LoggerFactory.getLogger(ExitDoor.class);

    private final ExportGate gate;
    private final TaskRunner tasks;
    private final StatusViewModel status;
    private final Words words;

    public ExitDoor(ExportGate gate, TaskRunner tasks, StatusViewModel status, Words words) {
        this.gate = gate;
        this.tasks = tasks;
        this.status = status;
        this.words = words;
    }

    /// Does `exit` on the IO lane when `request` may leave, then `done` or `failed` on FX.
    public <T> Handle through(
            ExportRequest request, ExportGate.Exit<T> exit, Consumer<T> done, Consumer<Exception> failed) {
        return tasks.start(Lane.IO, Priority.NEIGHBOUR, () -> gate.through(request, exit), done, failed);
    }

    /// The same; a failure is said in the status line.
    public <T> Handle through(ExportRequest request, ExportGate.Exit<T> exit, Consumer<T> done) {
        return through(request, exit, done, this::tell);
    }

    /// Puts `text` about `study` on the clipboard when it may leave; null for a text about no study.
    public void copy(String text, @Nullable StudyUid study) {
        copy(() -> text, study);
    }

    /// The same with a text that is made on the IO lane.
    public void copy(ExportGate.Exit<String> text, @Nullable StudyUid study) {
        ExportRequest request = new ExportRequest(
                ExportForm.TEXT,
                ExportPlace.CLIPBOARD,
                study == null ? PatientIdentity.NONE : PatientIdentity.NAMED,
                study == null ? Set.of() : Set.of(study),
                1);
        through(request, text, ExitDoor::toClipboard);
    }

    private static void toClipboard(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void tell(Exception fault) {
        LOG.warn("did not leave: {}", fault.toString(), fault);
        status.say(Tone.CRITICAL, words.about(fault));
    }
}
