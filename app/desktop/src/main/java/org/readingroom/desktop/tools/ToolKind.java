package org.readingroom.desktop.tools;

/// A tool that draws.
public enum ToolKind {
    LENGTH,
    ANGLE,
    ELLIPSE
}
