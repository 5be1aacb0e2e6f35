/// Reversible changes to a report, and the way from typed text to sentences that keep their names.
///
/// [SentenceSplitter] cuts text, [SectionText] gives the pieces the ids of the sentences they were,
/// [ReportEdits] makes the edits.
@NullMarked
package org.readingroom.report.edit;

import org.jspecify.annotations.NullMarked;
