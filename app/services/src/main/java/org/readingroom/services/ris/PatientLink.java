package org.readingroom.services.ris;

import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.model.PatientId;

/// What the hospital says of one patient number: that it was merged into `survivor`, or, when that is null, that it
/// stands alone.
///
/// It is a state, not an event: hearing it twice changes nothing.
public record PatientLink(PatientId patient, @Nullable PatientId survivor) {}
