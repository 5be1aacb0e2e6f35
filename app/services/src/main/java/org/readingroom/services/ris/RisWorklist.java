package org.readingroom.services.ris;

import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;

/// Orders to be read, and the lock on each.
///
/// **Thread:** any but `fx` and `gl`; blocks; an interrupt gives the request up.
/// **Errors:** [RisException] says what kind of failure it was.
public interface RisWorklist {
    /// Everything changed since `cursor`; all that is open when it is empty.
    OrderChanges changes(String cursor, Progress progress) throws WorkstationException;

    /// Locks a case for `reader`, if nobody has changed it since `order` was seen.
    ClaimOutcome claim(Order order, Order.Reader reader) throws WorkstationException;

    /// Gives a case back.
    ClaimOutcome release(Order order, Order.Reader reader) throws WorkstationException;

    /// Only what this order's reader needs (clause G19).
    RequestForm request(Order order) throws WorkstationException;
}
