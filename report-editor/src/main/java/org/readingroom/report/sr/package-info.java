/// The signed report as a DICOM structured report, for archives and readers that know no FHIR.
@NullMarked
package org.readingroom.report.sr;

import org.jspecify.annotations.NullMarked;
