/// The worklist of an archive or broker over UPS-RS (PS3.18 chapter 11), for sites whose information system speaks no
/// FHIR. First class to read: `UpsWorklist`.
@NullMarked
package org.readingroom.services.remote.ups;

import org.jspecify.annotations.NullMarked;
