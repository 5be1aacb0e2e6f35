package org.readingroom.desktop.shell;

/// The three places of the one window.
public enum Place {
    LIST,
    READ,
    OUT
}
