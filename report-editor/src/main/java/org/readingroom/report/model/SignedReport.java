package org.readingroom.report.model;

import java.util.Arrays;

/// One immutable version of a report: the words, the act, the digest of both and the signature over
/// it.
///
/// `canonical` is what was signed, byte for byte. `digest` is its SHA-256 in lower-case
/// hexadecimal. `signature` is a detached CMS SignedData in DER.
///
/// **Owner:** the arrays are shared and never written to.
public record SignedReport(Report report, SigningAct act, byte[] canonical, String digest, byte[] signature) {
    @Override
    public boolean equals(Object other) {
        return other instanceof SignedReport that
                && report.equals(that.report)
                && act.equals(that.act)
                && Arrays.equals(canonical, that.canonical)
                && digest.equals(that.digest)
                && Arrays.equals(signature, that.signature);
    }

    @Override
    public int hashCode() {
        return digest.hashCode();
    }

    @Override
    public String toString() {
        return "SignedReport[" + report.id() + ", version " + act.version() + ", " + digest + "]";
    }
}
