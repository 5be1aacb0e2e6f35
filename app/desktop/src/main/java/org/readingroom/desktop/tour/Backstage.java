package org.readingroom.desktop.tour;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.readingroom.desktop.desk.ReadingDeskModel;
import org.readingroom.desktop.desk.ReadingDeskView;
import org.readingroom.desktop.out.OutboxViewModel;
import org.readingroom.desktop.reading.OpenedReport;
import org.readingroom.desktop.tools.MarksModel;
import org.readingroom.desktop.worklist.WorklistViewModel;

/// What the tour looks at to know that a step has happened. It changes nothing through it but by [#drop].
public interface Backstage {
    WorklistViewModel worklist();

    ReadingDeskModel desk();

    ReadingDeskView deskView();

    MarksModel marks();

    OutboxViewModel outbox();

    /// Hands files over as if they had been dropped on the window: a drag that comes from another program is the
    /// one thing that cannot be played on a scene.
    void drop(List<Path> files);

    /// The report on the screen; empty while there is none.
    Optional<OpenedReport> report();
}
