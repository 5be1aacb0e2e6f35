/// Checks that read a report as a careful colleague would: sides, sex, numbers, omissions,
/// leftovers.
@NullMarked
package org.readingroom.report.check;

import org.jspecify.annotations.NullMarked;
