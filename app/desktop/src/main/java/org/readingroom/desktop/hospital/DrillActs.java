package org.readingroom.desktop.hospital;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.readingroom.services.hospital.DrillReport;
import org.readingroom.services.link.LinkKind;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;

/// Cuts the links on purpose and gives them back.
///
/// **Thread:** any but `fx`; blocks.
public interface DrillActs {
    /// The report of a drill and where it was filed.
    record Filed(DrillReport report, Path file) {}

    boolean isRunning();

    void begin(Set<LinkKind> kinds) throws WorkstationException;

    Filed end(Locale language, Progress progress) throws WorkstationException;
}
