package org.readingroom.services.identity;

import java.time.InstantSource;
import org.readingroom.report.sign.KeySeal;

/// A person's sealed signing key and the certificates for it.
///
/// **Owner:** the arrays are shared and never written to.
public record SigningCredentials(byte[] sealedKey, byte[] certificates) {
    static SigningCredentials create(User user, KeySeal seal, InstantSource clock) {
        return new SigningCredentials(new byte[0], new byte[0]);
    }
}
