@NullMarked
package org.readingroom.viewer.returned;

import org.jspecify.annotations.NullMarked;
