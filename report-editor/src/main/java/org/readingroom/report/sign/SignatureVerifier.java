package org.readingroom.report.sign;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.sign.SignatureVerdict.Reason;

/// Tells whether a signed report is what its author signed.
///
/// **Thread:** any but `fx`.
// [impl->req~report.sign.verify~1]
public final class SignatureVerifier {
    private final List<X509Certificate> trusted;

    /// `trusted` are the authorities whose word is enough.
    public SignatureVerifier(List<X509Certificate> trusted) {
        this.trusted = List.copyOf(trusted);
    }

    /// Verifies the signature, and that report, act, canonical bytes, digest, time and author all
    /// agree with it.
    public SignatureVerdict verify(SignedReport signed) {
        SignatureVerdict verdict = verify(signed.canonical(), signed.signature());
        if (!(verdict instanceof SignatureVerdict.Valid valid)) {
            return verdict;
        }
        List<Reason> reasons = new ArrayList<>();
        if (!agrees(signed, valid.signedAt())) {
            reasons.add(Reason.REPORT_DIFFERS);
        }
        if (!signed.act().author().userId().equals(userId(valid.signer()))) {
            reasons.add(Reason.AUTHOR_DIFFERS);
        }
        return reasons.isEmpty() ? verdict : new SignatureVerdict.Invalid(reasons);
    }

    /// Verifies a detached signature over `content` alone.
    public SignatureVerdict verify(byte[] content, byte[] signature) {
        return new DetachedSignature(trusted).verify(content, signature);
    }

    private static boolean agrees(SignedReport signed, Instant signedAt) {
        try {
            return Arrays.equals(CanonicalReport.bytes(signed.report(), signed.act()), signed.canonical())
                    && CanonicalReport.digest(signed.canonical()).equals(signed.digest())
                    && signed.act().signedAt().equals(signedAt);
        } catch (SigningException e) {
            return false;
        }
    }

    private static String userId(X509Certificate certificate) {
        RDN[] ids = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded())
                .getRDNs(BCStyle.UID);
        return ids.length == 1 ? IETFUtils.valueToString(ids[0].getFirst().getValue()) : "";
    }
}
