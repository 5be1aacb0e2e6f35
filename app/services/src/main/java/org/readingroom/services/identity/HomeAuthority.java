package org.readingroom.services.identity;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import org.readingroom.report.sign.CertificateAuthority;
import org.readingroom.report.sign.KeySeal;
import org.readingroom.report.sign.SealedKey;
import org.readingroom.report.sign.SigningException;
import org.readingroom.report.sign.SoftwareKey;
import org.readingroom.services.seal.Seal;
import org.readingroom.services.seal.SealBrokenException;
import org.readingroom.services.seal.SealContext;
import org.readingroom.services.store.Database;
import org.readingroom.services.store.HomeTable;
import org.readingroom.viewer.model.WorkstationException;

/// The home's own certificate authority, for places that have none: it vouches for its users' signing keys.
///
/// Its key is sealed with the home's data key, so that whoever can sign in could, with tools of their own,
/// make a certificate in another's name; a hospital's own authority takes that away.
public final class HomeAuthority {
    private static final String KEY = "authority.key";
    private static final String CERTIFICATE = "authority.certificate";
    /// Chosen: longer than reports of outpatients are kept (15 years, clause G41).
    private static final Duration AUTHORITY_VALIDITY = Duration.ofDays(365 * 20);
    /// Chosen: a signing key is good for as long as a hospital's usually is.
    private static final Duration SIGNER_VALIDITY = Duration.ofDays(365 * 5);
    /// Chosen: a clock put right after the first start must not make signatures older than their certificate.
    private static final Duration BACKDATED = Duration.ofDays(1);

    private final CertificateAuthority authority;
    private final InstantSource clock;

    private HomeAuthority(CertificateAuthority authority, InstantSource clock) {
        this.authority = authority;
        this.clock = clock;
    }

    /// Makes the authority of a new home and keeps it, sealed.
    public static HomeAuthority create(Database documents, Seal seal, InstantSource clock) throws WorkstationException {
        CertificateAuthority authority = CertificateAuthority.create(
                "Reading Room home authority", clock.instant().minus(BACKDATED), AUTHORITY_VALIDITY);
        SealedKey sealed = authority.key().seal(new HomeKeySeal(seal));
        byte[] certificate = seal.seal(sealed.certificates().getFirst(), context(CERTIFICATE));
        documents.write(t -> {
            HomeTable.put(t, KEY, sealed.sealedPrivateKey());
            HomeTable.put(t, CERTIFICATE, certificate);
            return true;
        });
        return new HomeAuthority(authority, clock);
    }

    /// Takes up the authority of this home.
    public static HomeAuthority open(Database documents, Seal seal, InstantSource clock) throws WorkstationException {
        byte[] key = documents.read(t -> HomeTable.get(t, KEY)).orElseThrow(HomeAuthority::missing);
        byte[] certificate = documents.read(t -> HomeTable.get(t, CERTIFICATE)).orElseThrow(HomeAuthority::missing);
        SealedKey sealed = new SealedKey(key, java.util.List.of(seal.open(certificate, context(CERTIFICATE))));
        return new HomeAuthority(new CertificateAuthority(SoftwareKey.open(sealed, new HomeKeySeal(seal))), clock);
    }

    /// What a verifier of this home's signatures must trust.
    public X509Certificate certificate() {
        return authority.certificate();
    }

    SoftwareKey issue(User user) throws SigningException {
        return authority.issue(user.id(), user.displayName(), clock.instant().minus(BACKDATED), SIGNER_VALIDITY);
    }

    private static SealContext context(String key) {
        return new SealContext("home", key, "");
    }

    private static WorkstationException missing() {
        return new WorkstationException("services.signing-key.broken", "the home has no authority");
    }

    private record HomeKeySeal(Seal home) implements KeySeal {
        @Override
        public byte[] seal(byte[] secret) {
            return home.seal(secret, context(KEY));
        }

        @Override
        public byte[] open(byte[] sealed) throws SigningException {
            try {
                return home.open(sealed, context(KEY));
            } catch (SealBrokenException e) {
                throw new SigningException("services.signing-key.broken", "the authority's key does not open", e);
            }
        }
    }
}
