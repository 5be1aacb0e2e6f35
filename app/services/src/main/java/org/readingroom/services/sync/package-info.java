/// The outbox: finished bytes waiting for a server, written in the transaction that signed or made them, and the
/// way they take from there.
///
/// ```
/// WAITING ──acknowledged──► SENT
///    │ ▲
///    │ └──retry── DEAD (the server will not have it)      ──set aside, with a reason──► SET_ASIDE
///    └──────────► CONFLICT (it was changed on the server) ──signed anew───────────────► WITHDRAWN
/// ```
///
/// An attempt is counted in the database before it is made. After a failure or a crash the courier looks first
/// whether the server has the entry already, by the identifier the entry carries; only then is it sent again. A
/// receipt is kept once. First class to read: `OutboxSender`, then `SenderLane`.
@NullMarked
package org.readingroom.services.sync;

import org.jspecify.annotations.NullMarked;
