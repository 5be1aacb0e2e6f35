package org.readingroom.report.sign;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;

/// A small authority of our own, for demonstration and for sites without one: it vouches for
/// signing keys.
///
/// Nobody outside this home trusts it; a hospital brings certificates of its own authority.
public final class CertificateAuthority {
    private final SoftwareKey key;

    /// Takes up the work of an authority whose key was sealed.
    public CertificateAuthority(SoftwareKey key) {
        this.key = key;
    }

    /// Makes a new authority, good from `from` for `validity`.
    public static CertificateAuthority create(String commonName, Instant from, Duration validity)
            throws SigningException {
        KeyPair pair = SoftwareKey.generatePair();
        X500Name name = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.CN, commonName)
                .build();
        try {
            JcaX509ExtensionUtils extensions = new JcaX509ExtensionUtils();
            JcaX509v3CertificateBuilder builder = builder(name, name, from, validity, pair.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            builder.addExtension(
                    Extension.subjectKeyIdentifier, false, extensions.createSubjectKeyIdentifier(pair.getPublic()));
            SoftwareKey unsigned = new SoftwareKey(pair.getPrivate(), List.of());
            X509Certificate certificate = certificate(builder, unsigned);
            return new CertificateAuthority(new SoftwareKey(pair.getPrivate(), List.of(certificate)));
        } catch (GeneralSecurityException | CertIOException | OperatorCreationException e) {
            throw new SigningException("report.sign.certificate-failed", "authority cannot be made", e);
        }
    }

    /// What a verifier must trust to accept this authority's signers.
    public X509Certificate certificate() {
        return key.certificates().getFirst();
    }

    /// The authority's own key, to be sealed and kept.
    public SoftwareKey key() {
        return key;
    }

    /// Makes a key for a person and vouches for it. `userId` goes into the subject's UID,
    /// `displayName` into its CN.
    public SoftwareKey issue(String userId, String displayName, Instant from, Duration validity)
            throws SigningException {
        KeyPair pair = SoftwareKey.generatePair();
        X500Name subject = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.CN, displayName)
                .addRDN(BCStyle.UID, userId)
                .build();
        X500Name issuer =
                X500Name.getInstance(certificate().getSubjectX500Principal().getEncoded());
        try {
            JcaX509ExtensionUtils extensions = new JcaX509ExtensionUtils();
            JcaX509v3CertificateBuilder builder = builder(issuer, subject, from, validity, pair.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(
                    Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
            builder.addExtension(
                    Extension.subjectKeyIdentifier, false, extensions.createSubjectKeyIdentifier(pair.getPublic()));
            builder.addExtension(
                    Extension.authorityKeyIdentifier, false, extensions.createAuthorityKeyIdentifier(certificate()));
            return new SoftwareKey(pair.getPrivate(), List.of(certificate(builder, key), certificate()));
        } catch (GeneralSecurityException | CertIOException | OperatorCreationException e) {
            throw new SigningException("report.sign.certificate-failed", "certificate cannot be made", e);
        }
    }

    private static JcaX509v3CertificateBuilder builder(
            X500Name issuer, X500Name subject, Instant from, Duration validity, PublicKey publicKey) {
        // 128 random bits name the certificate; the sign bit is left clear, RFC 5280 section 4.1.2.2.
        BigInteger serial = new BigInteger(127, new SecureRandom()).setBit(126);
        return new JcaX509v3CertificateBuilder(
                issuer, serial, Date.from(from), Date.from(from.plus(validity)), subject, publicKey);
    }

    private static X509Certificate certificate(JcaX509v3CertificateBuilder builder, SigningKey signer)
            throws OperatorCreationException, GeneralSecurityException {
        return new JcaX509CertificateConverter().getCertificate(builder.build(new KeyContentSigner(signer)));
    }
}
