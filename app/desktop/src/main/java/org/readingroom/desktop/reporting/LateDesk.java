package org.readingroom.desktop.reporting;

import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import org.readingroom.desktop.fx.SheetLayer;
import org.readingroom.desktop.fx.Words;
import org.readingroom.desktop.reporting.LateSheet.Written;
import org.readingroom.services.reading.LateWords.Late;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.TaskRunner;

/// Words that came too late for the open report, their sheet, and what is put away of them.
///
/// **Thread:** FX.
// [impl->req~report.draft.late-kept~1]
public final class LateDesk {
    private final SheetLayer sheets;
    private final Words words;
    private final TaskRunner runner;
    private final Forgetting forgetting;
    private final Consumer<Exception> tell;
    private final ReadOnlyObjectWrapper<List<Written>> late = new ReadOnlyObjectWrapper<>(List.of());

    /// Where words are forgotten for good; false when they were gone.
    ///
    /// **Thread:** `io`.
    public interface Forgetting {
        boolean forget(Late late) throws WorkstationException;
    }

    public LateDesk(
            SheetLayer sheets, Words words, TaskRunner runner, Forgetting forgetting, Consumer<Exception> tell) {
        this.sheets = sheets;
        this.words = words;
        this.runner = runner;
        this.forgetting = forgetting;
        this.tell = tell;
    }

    /// Those of the open report.
    public ReadOnlyObjectProperty<List<Written>> lateProperty() {
        return late.getReadOnlyProperty();
    }

    public void take(List<Written> newLate) {
        late.set(List.copyOf(newLate));
    }

    public void show() {
        Node[] body = new Node[1];
        body[0] = LateSheet.of(late.get(), words, ZoneId.systemDefault(), one -> putAway(one, body[0]));
        sheets.show("desktop.command.report.late-words", body[0], 860, 620);
    }

    /// `body` is the sheet they were put away in; no other is closed by it.
    private void putAway(Late one, Node body) {
        runner.start(
                Lane.IO,
                Priority.ON_SCREEN,
                () -> forgetting.forget(one),
                isGone -> {
                    take(late.get().stream()
                            .filter(other -> !other.late().id().equals(one.id()))
                            .toList());
                    if (body.getScene() != null) {
                        sheets.close();
                        if (!late.get().isEmpty()) {
                            show();
                        }
                    }
                },
                tell);
    }
}
