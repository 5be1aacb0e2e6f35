package org.readingroom.services.hospital;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.link.LinkProbe;
import org.readingroom.viewer.model.WorkstationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Notes each meeting with the information system that knows this desk: from there the days without it count.
final class ContactProbe implements LinkProbe {
    private static final Logger LOG = LoggerFactory.getLogger(ContactProbe.class);

    private final LinkProbe probe;
    private final OfflineDays days;
    private final InstantSource clock;
    private volatile @Nullable Instant noted;

    ContactProbe(LinkProbe probe, OfflineDays days, InstantSource clock) {
        this.probe = probe;
        this.days = days;
        this.clock = clock;
    }

    @Override
    public Found ask(Duration within) {
        Found found = probe.ask(within);
        Instant now = clock.instant();
        Instant last = noted;
        if (found.isWelcome()
                && (last == null || Duration.between(last, now).abs().compareTo(OfflineDays.COARSE) >= 0)) {
            try {
                days.contact(now);
                noted = now;
            } catch (WorkstationException | RuntimeException e) {
                LOG.warn("meeting the information system was not noted: {}", e.getMessage());
            }
        }
        return found;
    }
}
