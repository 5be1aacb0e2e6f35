package org.readingroom.report.model;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// The circumstances of one signature, all of them part of what is signed.
///
/// `version` counts from one. `predecessorDigest` is the hexadecimal SHA-256 of the version before,
/// empty for the first. `signedAt` is the workstation's clock, cut to seconds; the hospital's
/// system issues the report's own time later. `reason` says why an addendum was made; empty at
/// other stages. `rulesVersion` names the rule file that allowed the act.
public record SigningAct(
        Stage stage,
        Author author,
        int version,
        String predecessorDigest,
        Instant signedAt,
        String reason,
        String rulesVersion) {
    public SigningAct {
        if (version < 1) {
            throw new IllegalArgumentException("version " + version + " is below one");
        }
        if ((version == 1) != predecessorDigest.isEmpty()) {
            throw new IllegalArgumentException("version " + version + " with predecessor '" + predecessorDigest + "'");
        }
        signedAt = signedAt.truncatedTo(ChronoUnit.SECONDS);
    }
}
