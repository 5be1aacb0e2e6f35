/// The append-only trail of who did what and when, chained by digests so that a change shows. No patient data:
/// objects are named by keyed hashes. First class to read: `AuditTrail`.
@NullMarked
package org.readingroom.services.audit;

import org.jspecify.annotations.NullMarked;
