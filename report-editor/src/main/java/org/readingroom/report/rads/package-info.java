/// Reporting systems of radiology (Lung-RADS, LI-RADS, …) as questions with an answer, and how a template asks them.
///
/// Nothing here knows of reports, templates or windows. Read [TemplateFunction] first, then [RadsFunctions].
@NullMarked
package org.readingroom.report.rads;

import org.jspecify.annotations.NullMarked;
