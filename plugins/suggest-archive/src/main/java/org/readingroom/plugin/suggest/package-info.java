/// Sentences that the department's own signed reports, templates and phrase books would go on with. The index lies in
/// memory only.
///
/// [SafeWords] takes out what belongs to another patient, [Sentences] holds each sentence once with the places of its
/// words, [Reports] which sentences stood together, [Ranking] brings both to an order. Start at [ArchiveSource].
@NullMarked
package org.readingroom.plugin.suggest;

import org.jspecify.annotations.NullMarked;
