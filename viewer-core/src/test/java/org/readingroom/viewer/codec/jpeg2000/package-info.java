/// JPEG 2000 against OpenJPEG, feature by feature.
@NullMarked
package org.readingroom.viewer.codec.jpeg2000;

import org.jspecify.annotations.NullMarked;
