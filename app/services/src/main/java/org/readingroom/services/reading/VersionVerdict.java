package org.readingroom.services.reading;

import org.readingroom.report.model.SignedReport;
import org.readingroom.report.sign.SignatureVerdict;

/// What a check of one stored version found.
///
/// `followsPredecessor` says that it names the digest of the version before it, `isAudited` that the audit event
/// of its signing is in the trail.
public record VersionVerdict(
        SignedReport version, SignatureVerdict signature, boolean followsPredecessor, boolean isAudited) {
    public boolean isSound() {
        return signature.isValid() && followsPredecessor && isAudited;
    }
}
