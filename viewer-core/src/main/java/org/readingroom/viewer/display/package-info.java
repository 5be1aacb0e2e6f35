/// From a data set to what a view shows: frames with their geometry, scale and look-up tables, and the
/// display sets that group them. No pixels are decoded here and nothing is drawn. First read: `DisplaySet`.
@NullMarked
package org.readingroom.viewer.display;

import org.jspecify.annotations.NullMarked;
