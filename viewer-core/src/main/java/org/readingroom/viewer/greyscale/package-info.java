/// What a monitor makes of grey levels: the Grayscale Standard Display Function, a monitor's measured curve and the
/// table
/// that leads from one to the other, and the pattern to judge it all by eye. Nothing here knows of images or windows.
/// First
/// read: `DisplayCalibration`.
@NullMarked
package org.readingroom.viewer.greyscale;

import org.jspecify.annotations.NullMarked;
