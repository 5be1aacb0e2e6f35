/// Wiring by plain constructors.
@NullMarked
package org.readingroom.desktop.boot;

import org.jspecify.annotations.NullMarked;
