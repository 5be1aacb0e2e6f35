package org.readingroom.desktop.shell;

/// What the bar at the top says of open critical values; `open` shows them.
public record CriticalLine(String text, String tone, String tip, Runnable open) {}
