/// ImageJ's filters and statistics, without ImageJ's windows: only its processors and filter classes are used.
@NullMarked
package org.readingroom.plugin.imagej;

import org.jspecify.annotations.NullMarked;
