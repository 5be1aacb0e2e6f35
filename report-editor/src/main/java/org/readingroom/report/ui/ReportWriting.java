package org.readingroom.report.ui;

import java.time.Duration;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.edit.MachineWords;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.SectionKind;
import org.readingroom.viewer.edit.Edit;
import org.readingroom.viewer.edit.EditHistory;
import org.readingroom.viewer.task.Handle;

/// The words of a report as they come into being: one history for all of them, and every change handed to the
/// keeper of drafts.
///
/// Typing without a pause is one step of undo; everything else is a step of its own.
///
/// **Thread:** `fx`, or one test thread.
// [impl->req~report.ui.undo~1]
final class ReportWriting {
    /// chosen: a breath; what is typed after it is another thought, and another step of undo.
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Delay delay;
    private final DraftKeeper keeper;
    private final Runnable changed;
    private final MachineWords machine = new MachineWords();
    private EditHistory<Report> history;
    private @Nullable SectionKind typedIn;
    private @Nullable Handle pause;

    /// `changed` is told after every change of the words.
    ReportWriting(Report report, DraftSaver drafts, Delay delay, Runnable changed) {
        this.delay = delay;
        this.changed = changed;
        this.history = new EditHistory<>(report);
        this.keeper = new DraftKeeper(drafts, delay, this::report);
        history.addListener(changed);
    }

    Report report() {
        return history.document();
    }

    /// Without what is being typed just now.
    Report settled() {
        return history.settledDocument();
    }

    ReadOnlyObjectProperty<SaveState> saveStateProperty() {
        return keeper.stateProperty();
    }

    /// `text` is the section's whole text now.
    void type(SectionKind kind, String text) {
        if (typedIn != kind) {
            settle();
        }
        typedIn = kind;
        history.provisional(machine.keep(history.settledDocument(), kind, text));
        restartPause();
        keeper.changed();
    }

    /// One step of its own; `edit` is made for the report as it stands then.
    void write(Function<Report, ? extends Edit<Report>> edit) {
        settle();
        step(() -> history.apply(edit.apply(history.settledDocument())));
    }

    void undo() {
        settle();
        step(history::undo);
    }

    void redo() {
        settle();
        step(history::redo);
    }

    private void step(Runnable change) {
        Report before = history.document();
        machine.see(before);
        change.run();
        machine.accepted(before, history.document());
        keeper.changed();
    }

    /// Ends the burst of typing.
    void settle() {
        Handle running = pause;
        if (running != null) {
            running.cancel();
            pause = null;
        }
        typedIn = null;
        if (!history.isClosed()) {
            history.commitProvisional();
        }
    }

    /// Saves what is not saved yet.
    void flush() {
        settle();
        keeper.flush();
    }

    /// Begins anew with `document`; nothing of what was written before is saved any more.
    void begin(Report document) {
        history.removeListener(changed);
        history = new EditHistory<>(document);
        history.addListener(changed);
        typedIn = null;
        keeper.resume();
        changed.run();
    }

    /// Ends with the signed `document`: no late draft comes back and nothing can be undone.
    void end(Report document) {
        begin(document);
        history.close();
    }

    private void restartPause() {
        Handle running = pause;
        if (running != null) {
            running.cancel();
        }
        pause = delay.after(PAUSE, this::settle);
    }
}
