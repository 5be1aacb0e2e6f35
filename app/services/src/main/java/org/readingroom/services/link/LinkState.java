package org.readingroom.services.link;

import java.util.Locale;

/// Whether a server answers.
public enum LinkState {
    /// No server of this kind is in the settings.
    NOT_SET,
    /// Nobody has asked it yet.
    UNKNOWN,
    UP,
    DOWN,
    /// Cut by the person, for a drill.
    CUT;

    public boolean isUsable() {
        return this == UNKNOWN || this == UP;
    }

    /// A line of the message bundles.
    public String messageKey() {
        return "services.link.state." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
