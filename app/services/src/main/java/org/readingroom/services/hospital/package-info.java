/// Puts the clients, the fetcher, the sender and the link monitor of one session together and ends them with it.
/// First class to read: `Hospital`.
@NullMarked
package org.readingroom.services.hospital;

import org.jspecify.annotations.NullMarked;
