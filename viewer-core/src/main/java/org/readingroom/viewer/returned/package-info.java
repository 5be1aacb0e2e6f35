/// Marks on their way to the archive and back: measurement reports and presentation states of what a
/// reader drew, and what others measured as something that can be shown.
///
/// Writing the objects themselves is the business of `sr` and `presentation`. First read:
/// [MeasurementReport], then [MarkedStates] and [ArchivedMarks].
@NullMarked
package org.readingroom.viewer.returned;

import org.jspecify.annotations.NullMarked;
