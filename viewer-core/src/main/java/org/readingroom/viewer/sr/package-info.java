/// Structured reports of any template, key objects, and the measurement groups of TID 1500.
///
/// Nothing is drawn here. First read: [StructuredReportReader], then [ContentItem] and [ContentValue].
@NullMarked
package org.readingroom.viewer.sr;

import org.jspecify.annotations.NullMarked;
