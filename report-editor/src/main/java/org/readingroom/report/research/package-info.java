/// The structured values of signed reports as a de-identified table for research (clause F11).
///
/// What may leave is told by [ResearchProject], which one person enters and another approves. Everything
/// that is not known to be harmless stays here: a value leaves only when its template says that it is a
/// number, a day or one of a list; free text only when the project says so, and then without the names
/// and numbers that are known of its patient. What was left out is counted. No file, no store and no key
/// lives here. Start at [ResearchTable].
@NullMarked
package org.readingroom.report.research;

import org.jspecify.annotations.NullMarked;
