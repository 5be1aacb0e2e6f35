package org.readingroom.report.check;

/// How much a check result weighs.
public enum CheckSeverity {
    /// Signing is refused, with this result named.
    BLOCKING,
    /// Shown; the signer decides.
    WARNING
}
