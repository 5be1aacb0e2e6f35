package org.readingroom.services.identity;

import org.readingroom.report.sign.KeySeal;
import org.readingroom.report.sign.SigningException;
import org.readingroom.services.seal.Seal;
import org.readingroom.services.seal.SealBrokenException;
import org.readingroom.services.seal.SealContext;

/// Seals a person's signing key with the key behind that person's password.
final class UserKeySeal implements KeySeal {
    private final Seal userSeal;
    private final SealContext context;

    UserKeySeal(Seal userSeal, String userId) {
        this.userSeal = userSeal;
        this.context = new SealContext("user", "signing_key", userId);
    }

    @Override
    public byte[] seal(byte[] secret) {
        return userSeal.seal(secret, context);
    }

    @Override
    public byte[] open(byte[] sealed) throws SigningException {
        try {
            return userSeal.open(sealed, context);
        } catch (SealBrokenException e) {
            throw new SigningException("services.signing-key.broken", "the signing key does not open", e);
        }
    }
}
