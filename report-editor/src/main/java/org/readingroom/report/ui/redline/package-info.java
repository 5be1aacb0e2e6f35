/// The redline between two versions of a report as a person reads and walks it. Leans on `report.redline` for what it
/// says. First read: `RedlineView`.
@NullMarked
package org.readingroom.report.ui.redline;

import org.jspecify.annotations.NullMarked;
