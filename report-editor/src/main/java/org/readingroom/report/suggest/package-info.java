/// Suggestions of machines: who makes them, who may ask for them, and what a person made of them (clauses D1 to D9).
///
/// A suggestion is no part of a report. A person's act makes a sentence of it, and the sentence keeps a
/// [org.readingroom.report.model.SuggestionTrace] from then on.
///
/// Start at [SuggestionSource].
@NullMarked
package org.readingroom.report.suggest;

import org.jspecify.annotations.NullMarked;
