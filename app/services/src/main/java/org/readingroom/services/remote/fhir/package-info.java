/// The hospital's information system over FHIR R4: orders in, claims out. Resources are JSON trees; what each element
/// becomes is written in `docs/conformance.md`. Nothing here is written against one server: what a server cannot do
/// is asked once, and done another way. First class to read: `FhirWorklist`.
@NullMarked
package org.readingroom.services.remote.fhir;

import org.jspecify.annotations.NullMarked;
