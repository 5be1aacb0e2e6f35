/// Hanging protocols: which pictures of a study stand where when it is opened, as rules without a window.
///
/// A [HangingProtocol] says for which studies it is made ([ProtocolDefinition]) and in which
/// [PresentationGroup]s it hangs them. [ProtocolChoice] finds the protocol for a study and says
/// why; [HangingPlan] puts its [HungSet]s into the views of one group. Terms are those of DICOM
/// PS3.3 C.23 where it has one. Nothing here knows a patient.
///
/// First read: [HangingProtocol].
@NullMarked
package org.readingroom.viewer.hanging;

import org.jspecify.annotations.NullMarked;
