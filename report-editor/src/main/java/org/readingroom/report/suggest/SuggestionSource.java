package org.readingroom.report.suggest;

import java.util.List;
import org.readingroom.viewer.model.WorkstationException;

/// Something that suggests sentences: rules, counts over earlier reports, a model.
///
/// It sees the report as it is being written and changes nothing.
///
/// **Thread:** [#suggest] on `cpu`, [#refresh] on `io`; both at once.
// [impl->req~report.suggest.contract~1]
public interface SuggestionSource {
    SourceCard card();

    /// The best suggestions first, at most as many as asked for. Meant to answer within 50 ms.
    List<Suggestion> suggest(SuggestionQuery query);

    /// Takes in what is new since the last time; the first time, all there is.
    default void refresh() throws WorkstationException {}
}
