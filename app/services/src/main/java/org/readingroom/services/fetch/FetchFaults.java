package org.readingroom.services.fetch;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.archive.ArchiveException;
import org.readingroom.services.link.ServerFault;
import org.readingroom.viewer.model.WorkstationException;

/// What went wrong in the round of a fetch, and what is to be done about it.
///
/// **Thread:** any.
final class FetchFaults {
    /// chosen: more failures in a row than this are the server's, not those of single instances.
    private static final int MOST_IN_A_ROW = 3;

    private @Nullable String key;
    private @Nullable String refusalKey;
    private boolean isToRetry;
    private boolean isBlocked;
    private int inARow;
    private @Nullable FetchTrouble told;
    private boolean isEnded;

    synchronized void began() {
        key = null;
        isToRetry = false;
        isBlocked = false;
        inARow = 0;
        isEnded = false;
    }

    /// The lists could not be had.
    synchronized void listing(WorkstationException fault) {
        key = fault.messageKey();
        boolean isServers = fault instanceof ArchiveException;
        isToRetry = fault instanceof ArchiveException e && e.fault().next() == ServerFault.Next.LATER;
        isBlocked = !isToRetry || !isServers;
    }

    /// Something of this desk failed, such as its disk: nothing more is asked for.
    synchronized void here(WorkstationException fault) {
        key = fault.messageKey();
        isToRetry = false;
        isBlocked = true;
    }

    /// A request failed; true when the round is over.
    synchronized boolean request(ArchiveException fault) {
        if (fault.fault().next() == ServerFault.Next.LATER && fault.retryAfter().isPresent()) {
            return later(fault);
        }
        return switch (fault.fault()) {
            case SIGNED_OUT, FORBIDDEN, WRONG_CERTIFICATE, REDIRECTED -> {
                key = fault.messageKey();
                isBlocked = true;
                yield true;
            }
            case UNREACHABLE, SILENT, CUT, BUSY -> later(fault);
            case MISSING -> false;
            default -> ++inARow >= MOST_IN_A_ROW && later(fault);
        };
    }

    private boolean later(ArchiveException fault) {
        if (!isBlocked) {
            key = fault.messageKey();
            isToRetry = true;
        }
        return true;
    }

    synchronized void succeeded() {
        inARow = 0;
    }

    /// An instance is not what it should be.
    synchronized void refused(String messageKey) {
        refusalKey = messageKey;
    }

    synchronized void roundEnded() {
        isEnded = true;
    }

    synchronized boolean isToRetry() {
        return isToRetry && !isBlocked;
    }

    synchronized boolean isBlocked() {
        return isBlocked;
    }

    /// Whether what is under way is of no use.
    synchronized boolean isFatal() {
        return isBlocked;
    }

    synchronized Optional<FetchTrouble> trouble(int refused) {
        if (key != null) {
            told = new FetchTrouble(key, refused, isToRetry());
        } else if (refused > 0 && refusalKey != null) {
            told = new FetchTrouble(refusalKey, refused, false);
        } else if (isEnded) {
            told = null;
        }
        return Optional.ofNullable(told);
    }
}
