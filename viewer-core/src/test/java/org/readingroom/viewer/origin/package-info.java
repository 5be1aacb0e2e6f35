@NullMarked
package org.readingroom.viewer.origin;

import org.jspecify.annotations.NullMarked;
