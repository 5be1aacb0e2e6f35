package org.readingroom.report.ui;

import java.time.Duration;
import org.readingroom.viewer.task.Handle;

/// Runs something on `fx` after a while; tests bring one whose time they turn by hand.
public interface Delay {
    Handle after(Duration duration, Runnable action);
}
