package org.readingroom.desktop.hands;

import java.util.List;
import java.util.Locale;

/// What a drag or the wheel does to a picture.
public enum MouseAct {
    SCROLL,
    PAGE,
    WINDOW,
    PAN,
    ZOOM,
    NOTHING;

    /// What a drag can do.
    public static final List<MouseAct> OF_DRAGS = List.of(WINDOW, PAN, ZOOM, SCROLL, NOTHING);

    /// What the wheel can do.
    public static final List<MouseAct> OF_WHEELS = List.of(values());

    public String messageKey() {
        return "desktop.hands.act." + name().toLowerCase(Locale.ROOT);
    }
}
