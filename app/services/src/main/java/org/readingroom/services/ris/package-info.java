/// The hospital's information system as the rest of the program sees it: orders come in, claims and reports go
/// out. FHIR speaks it in `remote.fhir`, UPS-RS in `remote.ups`. First class to read: `RisWorklist`.
@NullMarked
package org.readingroom.services.ris;

import org.jspecify.annotations.NullMarked;
