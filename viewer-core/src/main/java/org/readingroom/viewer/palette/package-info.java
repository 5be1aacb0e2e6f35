/// Colour tables of 256 steps that turn a grey index into a colour, and the list of those we ship.
@NullMarked
package org.readingroom.viewer.palette;

import org.jspecify.annotations.NullMarked;
