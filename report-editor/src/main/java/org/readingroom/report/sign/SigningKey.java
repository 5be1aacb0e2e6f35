package org.readingroom.report.sign;

import java.security.cert.X509Certificate;
import java.util.List;

/// A private key under its holder's sole control; it signs and never shows itself.
public interface SigningKey extends AutoCloseable {
    /// The holder's certificate first, then those that vouch for it.
    List<X509Certificate> certificates();

    /// ECDSA over the SHA-256 of `data`, as an ASN.1 sequence of r and s.
    byte[] sign(byte[] data) throws SigningException;

    /// Forgets the key.
    @Override
    void close();
}
