/// Colours against the formulas of the standard and other programs' pictures.
@NullMarked
package org.readingroom.viewer.codec.colour;

import org.jspecify.annotations.NullMarked;
