/// JPEG 2000 against OpenJPEG and OpenJPH, feature by feature.
@NullMarked
package org.readingroom.viewer.codec.jpeg2000;

import org.jspecify.annotations.NullMarked;
