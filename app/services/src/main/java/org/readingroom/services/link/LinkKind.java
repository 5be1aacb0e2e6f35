package org.readingroom.services.link;

import java.util.Locale;

/// The two links of a desk: pictures come over one, orders and reports over the other.
public enum LinkKind {
    PACS,
    RIS;

    /// A line of the message bundles.
    public String messageKey() {
        return "services.link.kind." + name().toLowerCase(Locale.ROOT);
    }
}
