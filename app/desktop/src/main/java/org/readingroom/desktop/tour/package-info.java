/// Plays the demo line on the real window and keeps a picture of each step.
@NullMarked
package org.readingroom.desktop.tour;

import org.jspecify.annotations.NullMarked;
