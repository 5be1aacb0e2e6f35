/// The real servers as the program meets them.
@NullMarked
package org.readingroom.testservers;

import org.jspecify.annotations.NullMarked;
