package org.readingroom.report.sign;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An ECDSA key on P-256 that lives in memory while it is used and under a [KeySeal] when it is
/// not.
public final class SoftwareKey implements SigningKey {
    private final List<X509Certificate> certificates;
    private @Nullable PrivateKey privateKey;

    SoftwareKey(PrivateKey privateKey, List<X509Certificate> certificates) {
        this.privateKey = privateKey;
        this.certificates = List.copyOf(certificates);
    }

    static KeyPair generatePair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java makes keys on P-256", e);
        }
    }

    /// **Errors:** [SigningException] when the seal does not open or what is in it is no key.
    public static SoftwareKey open(SealedKey sealed, KeySeal seal) throws SigningException {
        byte[] pkcs8 = seal.open(sealed.sealedPrivateKey());
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            List<X509Certificate> certificates = new ArrayList<>();
            for (byte[] der : sealed.certificates()) {
                certificates.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der)));
            }
            return new SoftwareKey(
                    KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(pkcs8)), certificates);
        } catch (GeneralSecurityException e) {
            throw new SigningException("report.sign.key-broken", "sealed key is none", e);
        } finally {
            Arrays.fill(pkcs8, (byte) 0);
        }
    }

    public SealedKey seal(KeySeal seal) throws SigningException {
        byte[] pkcs8 = opened().getEncoded();
        try {
            List<byte[]> encoded = new ArrayList<>();
            for (X509Certificate certificate : certificates) {
                encoded.add(certificate.getEncoded());
            }
            return new SealedKey(seal.seal(pkcs8), encoded);
        } catch (GeneralSecurityException e) {
            throw new SigningException("report.sign.key-broken", "certificate cannot be written", e);
        } finally {
            Arrays.fill(pkcs8, (byte) 0);
        }
    }

    @Override
    public List<X509Certificate> certificates() {
        return certificates;
    }

    @Override
    public byte[] sign(byte[] data) throws SigningException {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(opened());
            signature.update(data);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new SigningException("report.sign.key-broken", "key does not sign", e);
        }
    }

    @Override
    public void close() {
        privateKey = null;
    }

    private PrivateKey opened() throws SigningException {
        PrivateKey key = privateKey;
        if (key == null) {
            throw new SigningException("report.sign.key-closed", "key is closed", null);
        }
        return key;
    }
}
