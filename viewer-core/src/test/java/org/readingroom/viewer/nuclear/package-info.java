@NullMarked
package org.readingroom.viewer.nuclear;

import org.jspecify.annotations.NullMarked;
