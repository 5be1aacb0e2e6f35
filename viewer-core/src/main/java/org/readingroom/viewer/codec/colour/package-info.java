/// Stored colour samples to packed screen colours. No windows, no pseudocolour: those belong to drawing.
@NullMarked
package org.readingroom.viewer.codec.colour;

import org.jspecify.annotations.NullMarked;
