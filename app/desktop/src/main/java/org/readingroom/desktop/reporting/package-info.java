/// What stands around the report in the window: phrase books, prior reports, search, critical values.
///
/// The editor itself is `report.ui`; this package ties its parts to the session and shows their sheets.
@NullMarked
package org.readingroom.desktop.reporting;

import org.jspecify.annotations.NullMarked;
