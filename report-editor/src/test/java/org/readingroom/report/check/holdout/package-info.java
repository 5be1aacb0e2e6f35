/// A second set of reports for the checks, written without sight of their rules.
///
/// First class to read: [HoldOutSet]. The sentences are in the resources beside it.
@NullMarked
package org.readingroom.report.check.holdout;

import org.jspecify.annotations.NullMarked;
