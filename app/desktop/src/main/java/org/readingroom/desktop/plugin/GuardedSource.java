package org.readingroom.desktop.plugin;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.readingroom.report.suggest.SourceCard;
import org.readingroom.report.suggest.Suggestion;
import org.readingroom.report.suggest.SuggestionQuery;
import org.readingroom.report.suggest.SuggestionSource;
import org.readingroom.viewer.model.WorkstationException;

/// A plug-in's source that harms nobody: once it threw it is off, and an empty answer is all that comes.
///
/// **Thread:** as [SuggestionSource].
final class GuardedSource implements SuggestionSource {
    private final SuggestionSource source;
    private final SourceCard card;
    private final BooleanSupplier isOn;
    private final Consumer<Throwable> failed;

    GuardedSource(SuggestionSource source, BooleanSupplier isOn, Consumer<Throwable> failed) {
        this.source = source;
        this.card = source.card();
        this.isOn = isOn;
        this.failed = failed;
    }

    @Override
    public SourceCard card() {
        return card;
    }

    @Override
    public List<Suggestion> suggest(SuggestionQuery query) {
        if (!isOn.getAsBoolean()) {
            return List.of();
        }
        try {
            return List.copyOf(source.suggest(query));
        } catch (Exception | LinkageError | OutOfMemoryError e) {
            failed.accept(e);
            return List.of();
        }
    }

    /// What the archive itself cannot do is the archive's fault, and thrown on.
    @Override
    public void refresh() throws WorkstationException {
        if (!isOn.getAsBoolean()) {
            return;
        }
        try {
            source.refresh();
        } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
            failed.accept(e);
        }
    }
}
