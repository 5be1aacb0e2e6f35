/// Tests of objects that are not images.
@NullMarked
package org.readingroom.viewer.document;

import org.jspecify.annotations.NullMarked;
