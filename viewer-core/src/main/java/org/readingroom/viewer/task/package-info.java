/// Lanes, cancellation, progress. The only package that makes threads.
@NullMarked
package org.readingroom.viewer.task;

import org.jspecify.annotations.NullMarked;
