package org.readingroom.services.reporting;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.readingroom.services.link.ServerFault;
import org.readingroom.services.ris.RisException;
import org.readingroom.viewer.model.PatientId;
import org.readingroom.viewer.model.WorkstationException;

/// Patients about whom nobody is asked ahead for a while, as the last question about them failed: half an hour,
/// and after each further failure twice as long.
///
/// **Thread:** any.
// [impl->req~report.outside.ahead~1]
final class AskRest {
    /// chosen: as long as an answer counts as new.
    private static final Duration FIRST = Duration.ofMinutes(30);
    /// chosen: an answer that fails all day is tried again within a shift.
    private static final Duration LONGEST = Duration.ofHours(8);

    private record Rest(Instant since, Duration length) {}

    private final Map<PatientId, Rest> rests = new ConcurrentHashMap<>();

    /// A server that nobody reaches says nothing of one patient: all are asked for as soon as it is back.
    void failed(PatientId patient, WorkstationException how, Instant now) {
        if (how instanceof RisException ris && isOfServer(ris.fault())) {
            return;
        }
        rests.compute(patient, (id, before) -> new Rest(now, before == null ? FIRST : longer(before.length())));
    }

    private static boolean isOfServer(ServerFault fault) {
        return switch (fault) {
            case UNREACHABLE, SILENT, CUT, WRONG_CERTIFICATE, SIGNED_OUT, BUSY -> true;
            case REDIRECTED, FORBIDDEN, MISSING, CONFLICT, TOO_LARGE, REFUSED, BROKEN, GARBLED -> false;
        };
    }

    private static Duration longer(Duration before) {
        Duration twice = before.multipliedBy(2);
        return twice.compareTo(LONGEST) > 0 ? LONGEST : twice;
    }

    void answered(PatientId patient) {
        rests.remove(patient);
    }

    boolean isResting(PatientId patient, Instant now) {
        Rest rest = rests.get(patient);
        return rest != null && Duration.between(rest.since(), now).abs().compareTo(rest.length()) <= 0;
    }
}
