package org.readingroom.desktop.boot;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.command.CommandRegistry;
import org.readingroom.desktop.fx.StatusViewModel.Tone;
import org.readingroom.desktop.reading.OpenedReport;
import org.readingroom.desktop.reporting.LateSheet;
import org.readingroom.desktop.reporting.LateSheet.Written;
import org.readingroom.services.home.Session;
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
    private final ObjectProperty<List<Written>> late = new SimpleObjectProperty<>(List.of());

    LatePlace(ReportingParts parts, CommandRegistry commands) {
        this.parts = parts;
        this.around = parts.around();
        new CommandList(commands)
                .add(
                        "report.late-words",
                        null,
                        Bindings.createBooleanBinding(() -> !late.get().isEmpty(), late),
                        this::show);
        parts.read().reportProperty().subscribe(this::opened);
    }

    private void opened(@Nullable OpenedReport report) {
        late.set(List.of());
        if (report == null) {
            return;
        }
        StudyUid study = report.model().report().study().study();
        around.lanes()
                .start(
                        Lane.IO,
                        Priority.ON_SCREEN,
                        () -> written(study),
                        found -> {
                            if (report.equals(parts.read().reportProperty().get()) && !found.isEmpty()) {
                                late.set(found);
                                around.status()
                                        .say(Tone.ATTENTION, around.words().get("desktop.late.there"));
                            }
                        },
                        around::tell);
    }

    private List<Written> written(StudyUid study) throws WorkstationException {
        Session session = around.session();
        List<Written> written = new ArrayList<>();
        for (Late one : session.reporting().late().ofStudy(study)) {
            written.add(new Written(one, session.course().nameOf(one.author())));
        }
        return List.copyOf(written);
    }

    private void show() {
        parts.sheets()
                .show(
                        "desktop.command.report.late-words",
                        LateSheet.of(late.get(), around.words(), ZoneId.systemDefault(), this::putAway),
                        860,
                        620);
    }

    private void putAway(Late one) {
        around.lanes()
                .start(
                        Lane.IO,
                        Priority.ON_SCREEN,
                        () -> around.session().reporting().late().forget(one),
                        isGone -> {
                            late.set(late.get().stream()
                                    .filter(other -> !other.late().id().equals(one.id()))
                                    .toList());
                            parts.sheets().close();
                            if (!late.get().isEmpty()) {
                                show();
                            }
                        },
                        around::tell);
    }
}
