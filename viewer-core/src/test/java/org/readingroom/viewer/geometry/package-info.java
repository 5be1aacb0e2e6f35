@NullMarked
package org.readingroom.viewer.geometry;

import org.jspecify.geometrys.NullMarked;
