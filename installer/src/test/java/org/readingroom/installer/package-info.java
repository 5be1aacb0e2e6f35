/// The built package, tried as a person would.
@NullMarked
package org.readingroom.installer;

import org.jspecify.annotations.NullMarked;
