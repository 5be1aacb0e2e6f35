/// The report as a PDF: what leaves the house for people without a workstation.
///
/// Text is embedded with its fonts and can be copied and searched. Read [ReportPdf] first;
/// [ReportFonts] says where Chinese letters come from.
@NullMarked
package org.readingroom.report.pdf;

import org.jspecify.annotations.NullMarked;
