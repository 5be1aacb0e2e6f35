package org.readingroom.report.sign;

/// Locks the bytes of a private key and opens them again; the caller brings it, with the user's
/// password behind it.
public interface KeySeal {
    byte[] seal(byte[] secret) throws SigningException;

    /// **Errors:** [SigningException] when the seal is broken or of another user.
    byte[] open(byte[] sealed) throws SigningException;
}
