package org.readingroom.desktop.boot;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.command.Command;
import org.readingroom.desktop.command.CommandRegistry;
import org.readingroom.desktop.command.CommandTips;
import org.readingroom.desktop.command.Shortcuts;
import org.readingroom.desktop.fx.StatusViewModel.Tone;
import org.readingroom.desktop.reading.OpenedReport;
import org.readingroom.desktop.reporting.LateDesk;
import org.readingroom.desktop.reporting.LateSheet.Written;
import org.readingroom.services.home.Session;
import org.readingroom.services.reading.LateWords;
import org.readingroom.services.reading.LateWords.Late;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;

/// Says of an opened report that words came too late for it, and shows them.
///
/// **Thread:** FX.
// [impl->req~report.draft.late-kept~1]
final class LatePlace {
    private final ReportingParts parts;
    private final Surroundings around;
    private final LateDesk late;
    private final Command key;

    LatePlace(ReportingParts parts, CommandRegistry commands) {
        this.parts = parts;
        this.around = parts.around();
        this.late = new LateDesk(
                parts.sheets(),
                around.words(),
                around.lanes(),
                one -> around.session()
                        .reporting()
                        .late()
                        .forget(one, around.session().user()),
                around::tell);
        new CommandList(commands)
                .add(
                        "report.late-words",
                        Shortcuts.key(KeyCode.F8, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
                        Bindings.createBooleanBinding(
                                () -> !late.lateProperty().get().isEmpty(), late.lateProperty()),
                        late::show);
        this.key = commands.find("report.late-words").orElseThrow();
        parts.read().reportProperty().subscribe(this::opened);
    }

    private void opened(@Nullable OpenedReport report) {
        late.take(List.of());
        if (report == null) {
            return;
        }
        report.view().addAbove(door());
        StudyUid study = report.model().report().study().study();
        around.lanes()
                .start(
                        Lane.IO,
                        Priority.ON_SCREEN,
                        () -> written(study),
                        found -> {
                            if (report.equals(parts.read().reportProperty().get()) && !found.isEmpty()) {
                                late.take(found);
                                around.status()
                                        .say(Tone.ATTENTION, around.words().get("desktop.late.there"));
                            }
                        },
                        around::tell);
    }

    /// Stands above the report as long as there are such words: the status line says other things too.
    private Button door() {
        Button door = new Button();
        door.setId("late-door");
        door.getStyleClass().add("attention");
        door.setFocusTraversable(false);
        door.setWrapText(true);
        door.textProperty().bind(around.words().text("desktop.late.there"));
        CommandTips.install(door, key, around.words());
        door.setOnAction(event -> late.show());
        door.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> !late.lateProperty().get().isEmpty(), late.lateProperty()));
        door.managedProperty().bind(door.visibleProperty());
        return door;
    }

    private List<Written> written(StudyUid study) throws WorkstationException {
        Session session = around.session();
        List<Written> written = new ArrayList<>();
        for (Late one : session.reporting().late().ofStudy(study)) {
            written.add(
                    new Written(one, session.course().nameOf(one.author()), LateWords.mayForget(one, session.user())));
        }
        return List.copyOf(written);
    }
}
