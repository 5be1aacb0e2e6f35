package org.readingroom.services.seal;

/// Encryption at rest: what is given comes back only from the same place with the same key (clause G22).
///
/// **Thread:** any.
public interface Seal {
    byte[] seal(byte[] plain, SealContext context);

    /// **Errors:** [SealBrokenException] when anything about `sealed` or its place is not as it was.
    byte[] open(byte[] sealed, SealContext context) throws SealBrokenException;

    /// A keyed digest of an identifier: equal for equal input, so that it can be looked up; without the key
    /// nobody can tell, even by trying all identifiers, which one it was.
    ///
    /// **Shape:** 32 bytes. `domain` keeps digests of different kinds apart.
    byte[] reference(String domain, String identifier);

    /// A key for one file, made from this seal's key and `salt`.
    ///
    /// **Shape:** 32 bytes.
    byte[] fileKey(byte[] salt);

    /// Names the key, so that values sealed with an earlier one are told apart.
    ///
    /// **Shape:** 8 bytes.
    byte[] keyId();
}
