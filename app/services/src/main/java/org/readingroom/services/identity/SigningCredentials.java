package org.readingroom.services.identity;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.readingroom.report.sign.SealedKey;
import org.readingroom.report.sign.SigningException;

/// A person's sealed signing key and certificates as the user table keeps them.
///
/// **Owner:** the arrays are shared and never written to.
record SigningCredentials(byte[] sealedKey, byte[] certificates) {
    static SigningCredentials of(SealedKey key) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(key.certificates().size());
            for (byte[] certificate : key.certificates()) {
                out.writeInt(certificate.length);
                out.write(certificate);
            }
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory failed", e);
        }
        return new SigningCredentials(key.sealedPrivateKey(), bytes.toByteArray());
    }

    SealedKey key() throws SigningException {
        List<byte[]> list = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(certificates))) {
            int count = in.readInt();
            for (int i = 0; i < count; i++) {
                list.add(in.readNBytes(in.readInt()));
            }
        } catch (IOException e) {
            throw new SigningException("services.signing-key.broken", "the stored certificates are cut", e);
        }
        return new SealedKey(sealedKey, list);
    }
}
