/// Figures of a department over a period (clauses E12, E17, E24, C7): how long reports took, how many were
/// positive, sent back or changed after issue, each as a numerator over a denominator.
///
/// What is unknown is said and never counted as good: a report without a time, a mark or a limit stands
/// beside the figure; a denominator of none is no figure at all. Everything here is computed from
/// [ReportFact]s, which name no patient; reading those from a store is the work of `services.reporting`.
/// Read [Measures] first.
@NullMarked
package org.readingroom.report.statistics;

import org.jspecify.annotations.NullMarked;
