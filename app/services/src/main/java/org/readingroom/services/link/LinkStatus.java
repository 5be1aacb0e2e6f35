package org.readingroom.services.link;

import java.time.Instant;

/// The state of one link and since when. `messageKey` says why it is down, empty otherwise.
public record LinkStatus(LinkKind kind, LinkState state, Instant since, String messageKey) {}
