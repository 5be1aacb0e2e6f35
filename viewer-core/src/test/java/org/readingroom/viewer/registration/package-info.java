@NullMarked
package org.readingroom.viewer.registration;

import org.jspecify.annotations.NullMarked;
