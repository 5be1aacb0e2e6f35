/// Planes, spacing, affine maps and distances in patient space (millimetres, LPS).
@NullMarked
package org.readingroom.viewer.geometry;

import org.jspecify.annotations.NullMarked;
