/// Phrases in the report editor: the list at the caret, the way from blank to blank, normal texts.
///
/// Nothing here knows where books are kept: [PhraseShelf] is filled from outside. Read [PhraseWriter] first.
@NullMarked
package org.readingroom.report.ui.phrase;

import org.jspecify.annotations.NullMarked;
