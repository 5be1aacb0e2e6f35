package org.readingroom.services.link;

import java.util.Locale;

/// The ways a server fails, each with what is to be done next.
public enum ServerFault {
    UNREACHABLE(Next.LATER),
    SILENT(Next.LATER),
    /// A drill has cut the link.
    CUT(Next.LATER),
    WRONG_CERTIFICATE(Next.PERSON),
    /// It answered with a way to another place, which is not followed.
    REDIRECTED(Next.PERSON),
    /// 401.
    SIGNED_OUT(Next.PERSON),
    /// 403.
    FORBIDDEN(Next.PERSON),
    /// 404, 410.
    MISSING(Next.PERSON),
    /// 409, 412: somebody was faster.
    CONFLICT(Next.MERGE),
    /// 413.
    TOO_LARGE(Next.PERSON),
    /// 429, 503 with or without Retry-After.
    BUSY(Next.LATER),
    /// 400, 406, 415, 422 and what else says that asking again is of no use.
    REFUSED(Next.PERSON),
    /// 500 and its kin.
    BROKEN(Next.LATER),
    /// The answer was cut short, or is not what it claims to be.
    GARBLED(Next.LATER);

    /// What a queue does after this failure.
    public enum Next {
        LATER,
        PERSON,
        MERGE
    }

    private final Next next;

    ServerFault(Next next) {
        this.next = next;
    }

    public Next next() {
        return next;
    }

    /// Whether it says that the link is down.
    public boolean isLoss() {
        return this == UNREACHABLE || this == SILENT;
    }

    /// A line of the message bundles.
    public String messageKey() {
        return "services.server." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
