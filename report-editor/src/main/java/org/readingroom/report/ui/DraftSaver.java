package org.readingroom.report.ui;

import java.time.Instant;
import java.util.function.Consumer;
import org.readingroom.report.model.Report;

/// Where the editor puts a draft. Called on `fx`, returns at once; answers on `fx`.
public interface DraftSaver {
    void save(Report draft, Consumer<Instant> saved, Consumer<Exception> failed);
}
