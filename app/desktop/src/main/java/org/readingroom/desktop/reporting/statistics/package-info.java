/// The sheet of statistics: a period and a grouping are chosen, figures are shown as bars with their
/// numbers and as a table, and leave as CSV. What is counted, and how, is `report.statistics`. Read
/// [StatisticsSheet] first.
@NullMarked
package org.readingroom.desktop.reporting.statistics;

import org.jspecify.annotations.NullMarked;
