package org.readingroom.report.sign;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.RuntimeOperatorException;

/// Lets BouncyCastle sign with a key that never shows itself.
final class KeyContentSigner implements ContentSigner {
    private final SigningKey key;
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();

    KeyContentSigner(SigningKey key) {
        this.key = key;
    }

    @Override
    public AlgorithmIdentifier getAlgorithmIdentifier() {
        return new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
    }

    @Override
    public OutputStream getOutputStream() {
        return data;
    }

    @Override
    public byte[] getSignature() {
        try {
            return key.sign(data.toByteArray());
        } catch (SigningException e) {
            throw new RuntimeOperatorException("key does not sign", e);
        }
    }
}
