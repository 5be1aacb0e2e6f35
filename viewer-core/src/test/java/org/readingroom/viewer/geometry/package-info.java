@NullMarked
package org.readingroom.viewer.geometry;

import org.jspecify.annotations.NullMarked;
