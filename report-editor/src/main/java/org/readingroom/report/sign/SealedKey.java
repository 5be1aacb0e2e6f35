package org.readingroom.report.sign;

import java.util.List;

/// A private key under its seal, with its certificates in DER, the holder's first: what may lie on
/// disk.
///
/// **Owner:** the arrays are shared and never written to.
public record SealedKey(byte[] sealedPrivateKey, List<byte[]> certificates) {
    public SealedKey {
        certificates = List.copyOf(certificates);
    }
}
