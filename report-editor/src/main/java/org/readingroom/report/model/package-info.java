/// The report: sections, sentences with their evidence, findings, coded concepts, stages and signed
/// versions.
///
/// Values only; [ReportJson] is their stored form. Read [Report] first.
@NullMarked
package org.readingroom.report.model;

import org.jspecify.annotations.NullMarked;
