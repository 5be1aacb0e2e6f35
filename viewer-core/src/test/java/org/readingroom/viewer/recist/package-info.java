@NullMarked
package org.readingroom.viewer.recist;

import org.jspecify.annotations.NullMarked;
