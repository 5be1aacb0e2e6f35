/// Marks in patient space (or pixel space where geometry is missing) and the numbers they give.
/// Nothing here is drawn. First read: `Annotation`, then `MeasurementCalculator`.
@NullMarked
package org.readingroom.viewer.annotation;

import org.jspecify.annotations.NullMarked;
