package org.readingroom.report.ui.suggest;

import java.util.List;
import java.util.function.Consumer;
import org.readingroom.report.suggest.SuggestionQuery;
import org.readingroom.report.suggest.UseRefusal;

/// The way to the sources. Called on `fx`, returns at once; answers on `fx`.
@FunctionalInterface
public interface SuggestionDoor {
    void ask(SuggestionQuery query, Consumer<Answer> answer);

    /// What came back: suggestions, the best first, and why sources that are there were not asked.
    record Answer(List<Offered> offered, List<UseRefusal> refusals) {
        public Answer {
            offered = List.copyOf(offered);
            refusals = List.copyOf(refusals);
        }
    }
}
