package org.readingroom.desktop.tour;

import java.util.Optional;
import org.readingroom.desktop.desk.ReadingDeskModel;
import org.readingroom.desktop.desk.ReadingDeskView;
import org.readingroom.desktop.out.OutboxViewModel;
import org.readingroom.desktop.reading.OpenedReport;
import org.readingroom.desktop.tools.MarksModel;
import org.readingroom.desktop.worklist.WorklistViewModel;

/// What the tour looks at to know that a step has happened. It changes nothing through it.
public interface Backstage {
    WorklistViewModel worklist();

    ReadingDeskModel desk();

    ReadingDeskView deskView();

    MarksModel marks();

    OutboxViewModel outbox();

    /// The report on the screen; empty while there is none.
    Optional<OpenedReport> report();
}
