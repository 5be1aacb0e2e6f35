/// A FHIR R4 server out of HAPI's parts that stands in for the hospital's information system, in a process of its
/// own. First class to read: `RisMain`.
@NullMarked
package org.readingroom.testservers.ris;

import org.jspecify.annotations.NullMarked;
