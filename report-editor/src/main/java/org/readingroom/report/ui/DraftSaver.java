package org.readingroom.report.ui;

import java.time.Instant;
import java.util.function.Consumer;
import org.readingroom.report.model.Report;

/// Where the editor puts a draft. Called on `fx`, returns at once; answers on `fx`.
public interface DraftSaver {
    void save(Report draft, Consumer<Instant> saved, Consumer<Exception> failed);

    /// Whether `fault` says that the words it was given are kept in another place for good: they are not tried again.
    default boolean isKept(Exception fault) {
        return false;
    }
}
