package org.readingroom.services.testing;

import org.readingroom.services.seal.Seal;
import org.readingroom.services.seal.SealBrokenException;
import org.readingroom.services.seal.SealContext;

/// A seal that passes everything on; a test overrides what it wants to meddle with.
public class PassingSeal implements Seal {
    private final Seal seal;

    public PassingSeal(Seal seal) {
        this.seal = seal;
    }

    @Override
    public byte[] seal(byte[] plain, SealContext context) {
        return seal.seal(plain, context);
    }

    @Override
    public byte[] open(byte[] sealed, SealContext context) throws SealBrokenException {
        return seal.open(sealed, context);
    }

    @Override
    public byte[] reference(String domain, String identifier) {
        return seal.reference(domain, identifier);
    }

    @Override
    public byte[] fileKey(byte[] salt) {
        return seal.fileKey(salt);
    }

    @Override
    public byte[] keyId() {
        return seal.keyId();
    }
}
