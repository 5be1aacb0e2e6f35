/// Tests of JPEG with intervals between restart markers, which no file of the collection has.
@NullMarked
package org.readingroom.viewer.codec.jpeg;

import org.jspecify.annotations.NullMarked;
