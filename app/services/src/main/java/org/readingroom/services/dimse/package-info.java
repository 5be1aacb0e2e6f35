/// Talking to other DICOM programs: the upper layer and the messages on it.
///
/// ```
/// DimseClient    one service on one presentation context: C-ECHO, N-CREATE, N-SET, N-GET, N-ACTION, N-DELETE
/// Association    messages in and out, release, abort
/// Wire           one connection: PDUs in and out, each within its time
/// PduReader      bytes → Pdu, nothing believed beyond the limit          PduWriter      Pdu → bytes
/// ```
///
/// Whoever is on the other side may send anything: a PDU that is too long, unknown or cut short ends the
/// association with A-ABORT; a side that falls silent, or drips, runs into a [Watchdog]. No length makes us set
/// memory aside before its bytes are there, and none beyond the limits of [DimseOptions].
///
/// What is said on an association (printing, storing, asking) lives in other packages. First class to read:
/// `Association`.
///
/// **Source:** DICOM PS3.7 and PS3.8.
@NullMarked
package org.readingroom.services.dimse;

import org.jspecify.annotations.NullMarked;
