/// Tests of the synthetic studies.
@NullMarked
package org.readingroom.viewer.phantom;

import org.jspecify.annotations.NullMarked;
