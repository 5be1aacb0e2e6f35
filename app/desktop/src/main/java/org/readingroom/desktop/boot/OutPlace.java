package org.readingroom.desktop.boot;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import org.readingroom.desktop.out.OutRow;
import org.readingroom.desktop.out.OutboxView;
import org.readingroom.desktop.out.OutboxViewModel;
import org.readingroom.report.model.ReportId;
import org.readingroom.services.home.Session;
import org.readingroom.services.sync.OutboxEntry;
import org.readingroom.viewer.model.WorkstationException;

/// The Out place: what waits for the hospital, counted in the status line.
///
/// **Thread:** FX.
final class OutPlace {
    private final OutboxViewModel model;
    private final OutboxView view;

    OutPlace(Surroundings around, DocumentSheet documents) {
        OfflineNotice.watch(around);
        model = new OutboxViewModel(() -> rows(around.session()), around.lanes(), around::tell);
        view = new OutboxView(
                model,
                around.words(),
                row -> documents.show(
                        new ReportId(row.entry().report()),
                        row.entry().reportVersion(),
                        row.entry().study()));
        around.status()
                .outboxProperty()
                .bind(Bindings.createStringBinding(
                        () -> around.words().get("desktop.status.outbox", model.waiting()),
                        model.rows(),
                        around.words().messagesProperty()));
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
