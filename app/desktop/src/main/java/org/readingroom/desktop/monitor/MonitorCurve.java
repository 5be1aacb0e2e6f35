package org.readingroom.desktop.monitor;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.greyscale.DisplayCalibration;

/// What is known of the greys of a monitor.
public sealed interface MonitorCurve {
    /// Nobody has chosen a file.
    record None() implements MonitorCurve {}

    /// The file is being read.
    record Reading(Path file) implements MonitorCurve {}

    /// Pictures go through this curve.
    record Measured(Path file, DisplayCalibration calibration) implements MonitorCurve {}

    /// The file is no curve: pictures are shown as they are.
    record Refused(Path file, Exception why) implements MonitorCurve {}

    /// The curve pictures go through; null for none.
    default @Nullable DisplayCalibration calibrationOrNull() {
        return this instanceof Measured measured ? measured.calibration() : null;
    }
}
