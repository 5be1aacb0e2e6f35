@NullMarked
package org.readingroom.viewer.annotation;

import org.jspecify.annotations.NullMarked;
