/// Tests of the ImageJ plug-in.
@NullMarked
package org.readingroom.plugin.imagej;

import org.jspecify.annotations.NullMarked;
