package org.readingroom.report.sign;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Date;
import java.util.Hashtable;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.RuntimeOperatorException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.SigningAct;

/// Turns a report and the circumstances of its signing into an immutable signed version.
///
/// **Thread:** any but `fx`.
// [impl->req~report.sign.detached-cms~1]
public final class ReportSigner {
    /// **Errors:** [SigningException] when the key does not sign or its certificate is not good at
    /// the act's time.
    public SignedReport sign(Report report, SigningAct act, SigningKey key) throws SigningException {
        X509Certificate holder = key.certificates().getFirst();
        try {
            holder.checkValidity(Date.from(act.signedAt()));
        } catch (CertificateException e) {
            throw new SigningException("report.sign.certificate-expired", "certificate is not good at signing time", e);
        }
        byte[] canonical = CanonicalReport.bytes(report, act);
        return new SignedReport(
                report, act, canonical, CanonicalReport.digest(canonical), detached(canonical, act, key));
    }

    private static byte[] detached(byte[] content, SigningAct act, SigningKey key) throws SigningException {
        try {
            X509Certificate holder = key.certificates().getFirst();
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(new SignerInfoGeneratorBuilder(
                            new JcaDigestCalculatorProviderBuilder().build())
                    .setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(attributes(act, holder)))
                    .build(new KeyContentSigner(key), new JcaX509CertificateHolder(holder)));
            generator.addCertificates(new JcaCertStore(key.certificates()));
            return generator
                    .generate(new CMSProcessableByteArray(content), false)
                    .toASN1Structure()
                    .getEncoded(ASN1Encoding.DER);
        } catch (RuntimeOperatorException e) {
            if (e.getCause() instanceof SigningException cause) {
                throw cause;
            }
            throw new SigningException("report.sign.failed", "signature cannot be made", e);
        } catch (CMSException
                | CertificateException
                | OperatorCreationException
                | java.io.IOException
                | java.security.NoSuchAlgorithmException e) {
            throw new SigningException("report.sign.failed", "signature cannot be made", e);
        }
    }

    @SuppressWarnings("JdkObsolete") // AttributeTable takes a Hashtable and nothing else
    private static AttributeTable attributes(SigningAct act, X509Certificate holder)
            throws java.security.cert.CertificateEncodingException, java.security.NoSuchAlgorithmException {
        Hashtable<ASN1ObjectIdentifier, ASN1Encodable> attributes = new Hashtable<>();
        put(attributes, CMSAttributes.signingTime, new Time(Date.from(act.signedAt())));
        byte[] hash = java.security.MessageDigest.getInstance("SHA-256").digest(holder.getEncoded());
        put(
                attributes,
                PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                new SigningCertificateV2(new ESSCertIDv2(hash)));
        return new AttributeTable(attributes);
    }

    private static void put(
            Hashtable<ASN1ObjectIdentifier, ASN1Encodable> attributes, ASN1ObjectIdentifier type, ASN1Encodable value) {
        attributes.put(type, new Attribute(type, new DERSet(value)));
    }
}
