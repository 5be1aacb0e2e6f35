package org.readingroom.desktop.settings;

import java.util.Locale;

/// Which renderer the person wants; `AUTOMATIC` leaves it to what the machine has.
public enum RendererWish {
    AUTOMATIC,
    GPU,
    CPU;

    public String messageKey() {
        return "desktop.settings.renderer." + name().toLowerCase(Locale.ROOT);
    }
}
