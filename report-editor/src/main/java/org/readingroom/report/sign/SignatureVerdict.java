package org.readingroom.report.sign;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// What a verifier says of a signature.
public sealed interface SignatureVerdict {
    /// The content is what the certificate's holder signed; the time is the signer's own word.
    record Valid(X509Certificate signer, Instant signedAt) implements SignatureVerdict {}

    /// Why it must not be believed; at least one reason.
    record Invalid(List<Reason> reasons) implements SignatureVerdict {
        public Invalid {
            reasons = List.copyOf(reasons);
        }
    }

    default boolean isValid() {
        return this instanceof Valid;
    }

    /// A way for a signature to be bad.
    enum Reason {
        /// The bytes of the signature are no signature of the form we make.
        SIGNATURE_MALFORMED,
        /// The content is not what was signed.
        CONTENT_CHANGED,
        /// The key that signed is not the one in the certificate.
        WRONG_KEY,
        /// No authority that we trust vouches for the certificate.
        CERTIFICATE_UNTRUSTED,
        /// The certificate was not good at signing time.
        CERTIFICATE_EXPIRED,
        /// The certificate is another person's than the report's author.
        AUTHOR_DIFFERS,
        /// The report beside the signed bytes says something else than they do.
        REPORT_DIFFERS;

        /// A line of the `report` message bundle.
        public String messageKey() {
            return "report.verdict." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
