/// Clients of the hospital's servers; the only place that speaks HTTP. `http` carries requests, `dicomweb` speaks
/// to archives, `fhir` and `ups` to information systems.
@NullMarked
package org.readingroom.services.remote;

import org.jspecify.annotations.NullMarked;
