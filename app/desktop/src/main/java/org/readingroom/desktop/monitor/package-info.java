/// The monitors pictures are shown on: which one the window stands on, the measured curve of each, the test pattern.
///
/// First read: [MonitorCurves].
@NullMarked
package org.readingroom.desktop.monitor;

import org.jspecify.annotations.NullMarked;
