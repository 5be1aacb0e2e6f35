/// ImageJ filters and statistics.
@NullMarked
package org.readingroom.plugin.imagej;

import org.jspecify.annotations.NullMarked;
