/// Earlier reports in the report editor: their list over the text, and what Enter writes.
///
/// Where they come from is behind [PriorDoor]. Read [PriorDesk] first.
@NullMarked
package org.readingroom.report.ui.prior;

import org.jspecify.annotations.NullMarked;
