package org.readingroom.desktop.boot;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.readingroom.desktop.command.CommandRegistry;
import org.readingroom.desktop.command.Shortcuts;
import org.readingroom.desktop.fx.SheetLayer;
import org.readingroom.desktop.out.OutRow;
import org.readingroom.desktop.out.OutboxStoryModel;
import org.readingroom.desktop.out.OutboxView;
import org.readingroom.desktop.out.OutboxViewModel;
import org.readingroom.report.model.ReportId;
import org.readingroom.services.home.Session;
import org.readingroom.services.sync.OutboxEntry;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;

/// The Out place: what waits for the hospital, counted in the status line.
///
/// **Thread:** FX.
final class OutPlace {
    private final OutboxViewModel model;
    private final OutboxStoryModel stories;
    private final OutboxView view;

    OutPlace(
            Surroundings around, CaseParts cases, DocumentSheet documents, SheetLayer layer, CommandRegistry commands) {
        OfflineNotice.watch(around);
        model = new OutboxViewModel(() -> rows(around.session()), around.lanes(), around::tell);
        stories = new OutboxStoryModel(new SessionOutbox(around.session()), around.lanes(), around::tell);
        stories.onDecided(this::refresh);
        around.session()
                .hospital()
                .sender()
                .onChange(entry -> around.lanes().start(Lane.FX, Priority.NEIGHBOUR, this::refresh));
        // also what arrived and turns out to be contested
        around.session().outbox().onQueued(() -> around.lanes().start(Lane.FX, Priority.NEIGHBOUR, this::refresh));
        view = new OutboxView(
                model,
                stories,
                around.words(),
                row -> documents.show(
                        new ReportId(row.entry().report()),
                        row.entry().reportVersion(),
                        row.entry().study()));
        addTo(commands);
        new HospitalPlace(around, cases, layer, commands);
        around.status()
                .outboxProperty()
                .bind(Bindings.createStringBinding(
                        () -> around.words().get("desktop.status.outbox", model.waiting()),
                        model.rows(),
                        around.words().messagesProperty()));
    }

    private void addTo(CommandRegistry commands) {
        CommandList list = new CommandList(commands);
        list.add("out.retry", Shortcuts.key(KeyCode.F5, KeyCombination.SHIFT_DOWN), stories::retry);
        list.add("out.set-aside", Shortcuts.key(KeyCode.F9, KeyCombination.SHIFT_DOWN), view::askReason);
    }

    OutboxViewModel model() {
        return model;
    }

    OutboxView view() {
        return view;
    }

    void refresh() {
        model.refresh();
    }

    void arrive() {
        model.refresh();
        view.begin();
    }

    private static List<OutRow> rows(Session session) throws WorkstationException {
        List<OutRow> rows = new ArrayList<>();
        for (OutboxEntry entry : session.outbox().entries()) {
            rows.add(new OutRow(entry, session.studies().study(entry.study()).orElse(null)));
        }
        return rows;
    }
}
