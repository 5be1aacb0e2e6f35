/// One way of speaking HTTP for all clients of the hospital's servers: who is asked, how long it may take, how much
/// may come back, and what each failure means. No DICOM and no FHIR here. First class to read: `HttpLink`.
@NullMarked
package org.readingroom.services.remote.http;

import org.jspecify.annotations.NullMarked;
