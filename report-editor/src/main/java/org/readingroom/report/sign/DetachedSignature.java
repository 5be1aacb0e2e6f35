package org.readingroom.report.sign;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.readingroom.report.sign.SignatureVerdict.Reason;

/// Reads the one form of signature that [ReportSigner] makes and refuses every other.
///
/// CMS leaves parts of a signature outside what is signed (algorithm lists, spare certificates,
/// unsigned attributes). Here each of them must be exactly as we write it, so no byte can change
/// unnoticed.
final class DetachedSignature {
    private static final AlgorithmIdentifier SHA256 = new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256);
    private static final AlgorithmIdentifier ECDSA = new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);

    private final List<X509Certificate> trusted;

    DetachedSignature(List<X509Certificate> trusted) {
        this.trusted = trusted;
    }

    SignatureVerdict verify(byte[] content, byte[] signature) {
        try {
            return verifyParsed(content, signature);
        } catch (CMSException | IOException | GeneralSecurityException | RuntimeException e) {
            // The parser meets hostile bytes here and answers some of them with unchecked exceptions.
            return invalid(Reason.SIGNATURE_MALFORMED);
        }
    }

    private SignatureVerdict verifyParsed(byte[] content, byte[] signature)
            throws CMSException, IOException, GeneralSecurityException {
        CMSSignedData cms = new CMSSignedData(signature);
        List<X509CertificateHolder> holders = List.copyOf(cms.getCertificates().getMatches(null));
        SignerInformation signer = cms.getSignerInfos().getSigners().iterator().next();
        if (!Arrays.equals(cms.toASN1Structure().getEncoded(ASN1Encoding.DER), signature)
                || !isOurForm(cms)
                || holders.size() != 2) {
            return invalid(Reason.SIGNATURE_MALFORMED);
        }
        JcaX509CertificateConverter converter = new JcaX509CertificateConverter();
        X509Certificate holder = null;
        X509Certificate issuer = null;
        for (X509CertificateHolder candidate : holders) {
            if (signer.getSID().match(candidate)) {
                holder = converter.getCertificate(candidate);
            } else {
                issuer = converter.getCertificate(candidate);
            }
        }
        if (holder == null || issuer == null) {
            return invalid(Reason.SIGNATURE_MALFORMED);
        }
        return judge(content, signer, holder, issuer);
    }

    private SignatureVerdict judge(
            byte[] content, SignerInformation signer, X509Certificate holder, X509Certificate issuer)
            throws GeneralSecurityException, IOException {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        AttributeTable attributes = signer.getSignedAttributes();
        Attribute digest = attributes.get(CMSAttributes.messageDigest);
        Attribute time = attributes.get(CMSAttributes.signingTime);
        Attribute certificate = attributes.get(PKCSObjectIdentifiers.id_aa_signingCertificateV2);
        if (digest == null || time == null || certificate == null) {
            return invalid(Reason.SIGNATURE_MALFORMED);
        }
        byte[] certHash = SigningCertificateV2.getInstance(certificate.getAttributeValues()[0])
                .getCerts()[0]
                .getCertHash();
        Signature ecdsa = Signature.getInstance("SHA256withECDSA");
        ecdsa.initVerify(holder.getPublicKey());
        ecdsa.update(signer.getEncodedSignedAttributes());
        if (!verifies(ecdsa, signer.getSignature()) || !Arrays.equals(certHash, sha256.digest(holder.getEncoded()))) {
            return invalid(Reason.WRONG_KEY);
        }
        byte[] signedDigest =
                ASN1OctetString.getInstance(digest.getAttributeValues()[0]).getOctets();
        if (!MessageDigest.isEqual(signedDigest, sha256.digest(content))) {
            return invalid(Reason.CONTENT_CHANGED);
        }
        if (!isVouchedFor(holder, issuer)) {
            return invalid(Reason.CERTIFICATE_UNTRUSTED);
        }
        Instant signedAt =
                Time.getInstance(time.getAttributeValues()[0]).getDate().toInstant();
        try {
            holder.checkValidity(Date.from(signedAt));
            issuer.checkValidity(Date.from(signedAt));
        } catch (CertificateException e) {
            return invalid(Reason.CERTIFICATE_EXPIRED);
        }
        return new SignatureVerdict.Valid(holder, signedAt);
    }

    private static boolean verifies(Signature ecdsa, byte[] value) {
        try {
            return ecdsa.verify(value);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private boolean isVouchedFor(X509Certificate holder, X509Certificate issuer) {
        boolean[] usage = holder.getKeyUsage();
        boolean mayCommit = usage != null && usage[0] && usage[1];
        if (!trusted.contains(issuer) || issuer.getBasicConstraints() < 0 || !mayCommit) {
            return false;
        }
        try {
            holder.verify(issuer.getPublicKey());
            return holder.getIssuerX500Principal().equals(issuer.getSubjectX500Principal());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /// Everything in a SignedData that no signature covers, held to the single value we write.
    private static boolean isOurForm(CMSSignedData cms) {
        SignedData data = SignedData.getInstance(cms.toASN1Structure().getContent());
        if (data.getSignerInfos().size() != 1 || data.getDigestAlgorithms().size() != 1) {
            return false;
        }
        SignerInfo signer = SignerInfo.getInstance(data.getSignerInfos().getObjectAt(0));
        return cms.toASN1Structure().getContentType().equals(CMSObjectIdentifiers.signedData)
                && data.getVersion().hasValue(1)
                && data.getDigestAlgorithms().getObjectAt(0).equals(SHA256)
                && data.getEncapContentInfo().getContentType().equals(CMSObjectIdentifiers.data)
                && data.getEncapContentInfo().getContent() == null
                && data.getCRLs() == null
                && signer.getVersion().hasValue(1)
                && signer.getDigestAlgorithm().equals(SHA256)
                && signer.getDigestEncryptionAlgorithm().equals(ECDSA)
                && signer.getAuthenticatedAttributes() != null
                && signer.getUnauthenticatedAttributes() == null;
    }

    private static SignatureVerdict invalid(Reason reason) {
        return new SignatureVerdict.Invalid(List.of(reason));
    }
}
