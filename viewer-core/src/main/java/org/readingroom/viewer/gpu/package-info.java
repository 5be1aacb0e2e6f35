/// The graphics card as seen without any GL: which drivers are real, and who still holds what on the card.
@NullMarked
package org.readingroom.viewer.gpu;

import org.jspecify.annotations.NullMarked;
