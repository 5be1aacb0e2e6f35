/// Earlier reports of the same patient, and their words in the report that is being written.
///
/// Which reports are the patient's is not decided here. Read [PriorQuote] first.
@NullMarked
package org.readingroom.report.prior;

import org.jspecify.annotations.NullMarked;
