/// Canonical form, digest and signature of a report.
@NullMarked
package org.readingroom.report.sign;

import org.jspecify.annotations.NullMarked;
