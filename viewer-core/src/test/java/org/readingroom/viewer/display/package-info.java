@NullMarked
package org.readingroom.viewer.display;

import org.jspecify.annotations.NullMarked;
