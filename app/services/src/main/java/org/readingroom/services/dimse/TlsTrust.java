package org.readingroom.services.dimse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/// Whose certificates are believed on encrypted connections.
// [impl->req~dimse.tls~1]
public final class TlsTrust {
    private TlsTrust() {}

    /// Believes the certificates in the PEM file `trusted` and those they signed, or those the system believes when it
    /// is null.
    ///
    /// **Errors:** `services.dimse.certificates` when the file holds none.
    public static SSLContext of(@Nullable Path trusted) throws DimseException {
        try {
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted == null ? null : store(trusted));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new DimseException(
                    "services.dimse.certificates",
                    List.of(String.valueOf(trusted)),
                    "no trusted certificates: " + e.getClass().getSimpleName(),
                    e);
        }
    }

    private static KeyStore store(Path file) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream in = Files.newInputStream(file)) {
            int number = 0;
            for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("trusted-" + number++, each);
            }
            if (number == 0) {
                throw new IOException("no certificate in the file");
            }
        }
        return store;
    }
}
