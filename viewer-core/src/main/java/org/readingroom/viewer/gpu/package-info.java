/// The graphics card as an interface: what can be drawn on it, and why it is or is not used.
@NullMarked
package org.readingroom.viewer.gpu;

import org.jspecify.annotations.NullMarked;
