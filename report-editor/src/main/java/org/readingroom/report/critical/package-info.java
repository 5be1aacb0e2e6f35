/// Critical values (危急值, clauses C1 to C11): the dictionary, the closed loop of one finding from its discovery to
/// what the ward did about it, and who may do what.
///
/// A loop is a list of events that only grows; every state and every clock is read from it. A slip is answered by one
/// more event, and both stay. What happened and when it was written down are kept apart. Storing and sending are the
/// work of `services.reporting`. Read [CriticalCase] first, then [CriticalLoop].
@NullMarked
package org.readingroom.report.critical;

import org.jspecify.annotations.NullMarked;
