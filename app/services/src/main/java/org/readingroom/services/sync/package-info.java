/// The outbox: finished bytes waiting for a server, written in the transaction that signed them.
/// Sending them comes with the remote clients. First class to read: `Outbox`.
@NullMarked
package org.readingroom.services.sync;

import org.jspecify.annotations.NullMarked;
