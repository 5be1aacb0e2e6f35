/// Phrase books: sentences that a person or a department writes often, found by a few letters and put into the
/// report with blanks to fill.
///
/// [PhraseBook] is what is kept, [PhraseJson] its file form, [PhraseSearch] finds, [PhraseText] knows the blanks and
/// [PhraseInsertion] puts the words into a section. Where a book is kept is not this package's business. Read
/// [Phrase] first.
@NullMarked
package org.readingroom.report.phrase;

import org.jspecify.annotations.NullMarked;
