package org.readingroom.desktop.hospital;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;

/// Looks into files of certificates before a server is set to them.
///
/// **Thread:** any but `fx`; blocks.
final class CertificateFiles {
    private CertificateFiles() {}

    /// Whether `file` holds a certificate in PEM.
    static boolean isAuthorities(Path file) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return !CertificateFactory.getInstance("X.509")
                    .generateCertificates(in)
                    .isEmpty();
        } catch (GeneralSecurityException | IOException e) {
            return false;
        }
    }

    /// Whether `file` is a PKCS #12 file with a key that opens by `password`.
    static boolean opens(Path file, String password) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        char[] secret = password.toCharArray();
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, secret);
            for (String alias : java.util.Collections.list(store.aliases())) {
                if (store.isKeyEntry(alias) && store.getKey(alias, secret) != null) {
                    return true;
                }
            }
            return false;
        } catch (GeneralSecurityException | IOException e) {
            return false;
        }
    }
}
