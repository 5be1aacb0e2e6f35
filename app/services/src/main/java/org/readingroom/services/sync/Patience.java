package org.readingroom.services.sync;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.readingroom.services.link.ServerFault;
import org.readingroom.services.ris.RisException;
import org.readingroom.viewer.model.WorkstationException;

/// How often what is told beside a report is tried in vain before a person hears of it. Only what the RIS itself
/// answered counts, never an attempt that did not reach it; each session counts anew, and so does one that a person
/// sends again.
///
/// **Thread:** any.
final class Patience {
    /// chosen: a server that finds only after a while what it took has had some five minutes by then.
    static final int MOST_LOOKS = 8;

    /// chosen: some twenty minutes, so that a fault of what stands between that passes by itself asks nobody.
    static final int MOST_TRIES = 12;

    private final Map<UUID, Integer> looks = new ConcurrentHashMap<>();
    private final Map<UUID, Integer> tries = new ConcurrentHashMap<>();

    /// What `entry` rests on was looked for and is not there: in the end that is for a person.
    SendFault notThere(UUID entry, String messageKey, String facts) {
        boolean isGone = isOver(looks, entry, MOST_LOOKS);
        return new SendFault(isGone ? ServerFault.REFUSED : ServerFault.BROKEN, messageKey, null, "", facts, null);
    }

    /// What is told beside a report failed: there is nothing in it to decide at first, and it never closes the way for
    /// reports.
    WorkstationException beside(UUID entry, RisException e, String facts) {
        return switch (e.fault()) {
            case CONFLICT ->
                isOver(tries, entry, MOST_TRIES)
                        ? fault(ServerFault.REFUSED, "services.outbox.beside-contested", e, facts)
                        // somebody is faster
                        : fault(ServerFault.BROKEN, e.fault().messageKey(), e, facts);
            case GARBLED ->
                isOver(tries, entry, MOST_TRIES)
                        ? fault(ServerFault.REFUSED, "services.outbox.beside-garbled", e, facts)
                        : e;
            // a RIS that keeps it to itself still takes reports
            case FORBIDDEN -> fault(ServerFault.REFUSED, e.fault().messageKey(), e, facts);
            default -> e;
        };
    }

    /// It arrived.
    void forget(UUID entry) {
        looks.remove(entry);
        tries.remove(entry);
    }

    private boolean isOver(Map<UUID, Integer> counts, UUID entry, int most) {
        boolean isOver = counts.merge(entry, 1, Integer::sum) >= most;
        if (isOver) {
            forget(entry);
        }
        return isOver;
    }

    private static SendFault fault(ServerFault treatedAs, String messageKey, RisException e, String facts) {
        return new SendFault(treatedAs, messageKey, null, e.answer(), facts, e);
    }
}
