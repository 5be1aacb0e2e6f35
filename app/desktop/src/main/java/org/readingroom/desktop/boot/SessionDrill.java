package org.readingroom.desktop.boot;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.readingroom.desktop.hospital.DrillActs;
import org.readingroom.services.hospital.Drill;
import org.readingroom.services.link.LinkKind;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;

/// The drill of the session that is signed in.
record SessionDrill(Drill drill) implements DrillActs {
    /// chosen: how long the end of a drill waits for what was queued to leave.
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Override
    public boolean isRunning() {
        return drill.isRunning();
    }

    @Override
    public void begin(Set<LinkKind> kinds) throws WorkstationException {
        drill.begin(kinds);
    }

    @Override
    public Filed end(Locale language, Progress progress) throws WorkstationException {
        Drill.Filed filed = drill.end(PATIENCE, language, progress);
        return new Filed(filed.report(), filed.file());
    }
}
