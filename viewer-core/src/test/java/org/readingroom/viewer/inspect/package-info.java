/// Tests of objects that are not images.
@NullMarked
package org.readingroom.viewer.inspect;

import org.jspecify.annotations.NullMarked;
