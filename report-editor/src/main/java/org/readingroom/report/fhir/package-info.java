/// Signed reports as FHIR R4: one transaction bundle a version, made when it is signed.
///
/// ```
/// DiagnosticReport    the version: status of its stage, conclusion, PDF, HTML and the signed form itself
///  ├─ Observation     one a sentence of findings, impression and addendum, known by the sentence for ever;
///  │                  those of sentences that are gone are withdrawn
///  ├─ Provenance      who signed, with the detached signature
///  └─ DocumentReference  the operation: by its identifier a version that arrived is known again
/// ```
///
/// The content is finished when it is signed. Where on the server it goes, and which version there it takes the
/// place of, is the address, written on it when it is sent: [BundleAddress]. No HTTP here. First class to read:
/// [ReportBundle].
@NullMarked
package org.readingroom.report.fhir;

import org.jspecify.annotations.NullMarked;
