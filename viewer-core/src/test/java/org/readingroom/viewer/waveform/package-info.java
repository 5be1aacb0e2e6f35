/// Tests of objects that are not images.
@NullMarked
package org.readingroom.viewer.waveform;

import org.jspecify.annotations.NullMarked;
