package org.readingroom.desktop.tools;

/// How large text is on the screen.
interface TextSize {
    double width(String line);

    double lineHeight();
}
