package org.readingroom.report.sign;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.report.edit.ReportEdits;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.SigningAct;
import org.readingroom.report.model.Stage;
import org.readingroom.report.sign.SignatureVerdict.Reason;
import org.readingroom.report.testing.SampleReports;

// [utest->req~report.sign.detached-cms~1]
// [utest->req~report.sign.verify~1]
class SignatureTest {
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration YEARS = Duration.ofDays(3650);

    private static CertificateAuthority authority;
    private static SoftwareKey key;
    private static SignedReport signed;
    private static SignatureVerifier verifier;

    @BeforeAll
    static void sign() throws SigningException {
        authority = CertificateAuthority.create("Demo authority 演示", FROM, YEARS);
        key = authority.issue("radiologist", "演示医师", FROM, YEARS);
        signed = new ReportSigner().sign(SampleReports.chestCt(), SampleReports.firstAct(), key);
        verifier = new SignatureVerifier(List.of(authority.certificate()));
    }

    @Test
    void whatWasSignedVerifies() {
        SignatureVerdict.Valid valid = assertInstanceOf(SignatureVerdict.Valid.class, verifier.verify(signed));
        assertEquals(SampleReports.NOW, valid.signedAt());
        assertEquals(key.certificates().getFirst(), valid.signer());
    }

    @Test
    void opensslVerifiesItAndRefusesAChangedContentAndAnotherAuthority(@TempDir Path dir) throws Exception {
        assumeTrue(openssl(dir, "version") == 0, "openssl is not installed");
        CertificateAuthority other = CertificateAuthority.create("Another authority", FROM, YEARS);
        Files.write(dir.resolve("report.json"), signed.canonical());
        Files.write(dir.resolve("report.p7s"), signed.signature());
        pem(dir.resolve("ca.pem"), authority.certificate());
        pem(dir.resolve("other.pem"), other.certificate());
        byte[] changed = signed.canonical().clone();
        changed[100] ^= 1;
        Files.write(dir.resolve("changed.json"), changed);
        assertEquals(0, verify(dir, "report.json", "ca.pem"));
        assertFalse(verify(dir, "changed.json", "ca.pem") == 0, "openssl accepts changed content");
        assertFalse(verify(dir, "report.json", "other.pem") == 0, "openssl accepts another authority");
    }

    private static int verify(Path dir, String content, String authority) throws IOException, InterruptedException {
        return openssl(
                dir,
                "cms",
                "-verify",
                "-binary",
                "-inform",
                "DER",
                "-in",
                "report.p7s",
                "-content",
                content,
                "-CAfile",
                authority,
                "-attime",
                Long.toString(SampleReports.NOW.getEpochSecond()),
                "-out",
                "out.json");
    }

    private static int openssl(Path dir, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .directory(dir.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(dir.resolve("openssl.log").toFile())
                    .start();
            return process.waitFor();
        } catch (IOException e) {
            return -1;
        }
    }

    private static void pem(Path file, X509Certificate certificate) throws Exception {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded());
        Files.writeString(file, "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n");
    }

    @Test
    void everyChangedByteOfTheSignatureIsRefused() {
        Random random = new Random(42);
        for (int at = 0; at < signed.signature().length; at++) {
            byte[] changed = signed.signature().clone();
            changed[at] ^= (byte) (1 + random.nextInt(255));
            assertFalse(verifier.verify(signed.canonical(), changed).isValid(), "byte " + at + " is free to change");
        }
    }

    @Test
    void everyChangedByteOfTheContentIsRefused() {
        Random random = new Random(43);
        for (int i = 0; i < 400; i++) {
            byte[] changed = signed.canonical().clone();
            int at = random.nextInt(changed.length);
            changed[at] ^= (byte) (1 + random.nextInt(255));
            assertEquals(
                    new SignatureVerdict.Invalid(List.of(Reason.CONTENT_CHANGED)),
                    verifier.verify(changed, signed.signature()),
                    "byte " + at);
        }
    }

    @Test
    void shortenedAndLengthenedSignaturesAreRefused() {
        byte[] signature = signed.signature();
        for (int length = 0; length < signature.length; length += 17) {
            assertFalse(verifier.verify(signed.canonical(), java.util.Arrays.copyOf(signature, length))
                    .isValid());
        }
        assertFalse(verifier.verify(signed.canonical(), java.util.Arrays.copyOf(signature, signature.length + 1))
                .isValid());
    }

    @Test
    void aReportChangedBesideItsSignedBytesIsRefused() {
        Report changed = ReportEdits.setText(signed.report(), SectionKind.IMPRESSION, "未见异常。")
                .apply(signed.report());
        SignedReport forged =
                new SignedReport(changed, signed.act(), signed.canonical(), signed.digest(), signed.signature());
        assertEquals(new SignatureVerdict.Invalid(List.of(Reason.REPORT_DIFFERS)), verifier.verify(forged));
    }

    @Test
    void anotherPersonsKeyIsRefused() throws SigningException {
        SoftwareKey resident = authority.issue("resident", "演示规培", FROM, YEARS);
        SignedReport borrowed = new ReportSigner().sign(SampleReports.chestCt(), SampleReports.firstAct(), resident);
        assertEquals(new SignatureVerdict.Invalid(List.of(Reason.AUTHOR_DIFFERS)), verifier.verify(borrowed));
    }

    @Test
    void anUnknownAuthorityOfTheSameNameIsRefused() throws SigningException {
        CertificateAuthority twin = CertificateAuthority.create("Demo authority 演示", FROM, YEARS);
        SignatureVerifier other = new SignatureVerifier(List.of(twin.certificate()));
        assertEquals(new SignatureVerdict.Invalid(List.of(Reason.CERTIFICATE_UNTRUSTED)), other.verify(signed));
    }

    @Test
    void aCertificateThatWasNotGoodThatDayNeitherSignsNorVerifies() throws SigningException {
        SoftwareKey late = authority.issue("radiologist", "演示医师", FROM, Duration.ofDays(30));
        SigningException refused = assertThrows(
                SigningException.class,
                () -> new ReportSigner().sign(SampleReports.chestCt(), SampleReports.firstAct(), late));
        assertEquals("report.sign.certificate-expired", refused.messageKey());
        CertificateAuthority old = CertificateAuthority.create("Old", FROM, Duration.ofDays(30));
        SoftwareKey ofOld = old.issue("radiologist", "演示医师", FROM, YEARS);
        SignedReport report = new ReportSigner().sign(SampleReports.chestCt(), SampleReports.firstAct(), ofOld);
        assertEquals(
                new SignatureVerdict.Invalid(List.of(Reason.CERTIFICATE_EXPIRED)),
                new SignatureVerifier(List.of(old.certificate())).verify(report));
    }

    @Test
    void aSealedKeyOpensWithItsSealAlone() throws SigningException {
        SealedKey sealed = key.seal(new XorSeal((byte) 0x5a));
        try (SoftwareKey again = SoftwareKey.open(sealed, new XorSeal((byte) 0x5a))) {
            SignedReport report = new ReportSigner().sign(SampleReports.chestCt(), SampleReports.firstAct(), again);
            assertTrue(verifier.verify(report).isValid());
        }
        assertThrows(SigningException.class, () -> SoftwareKey.open(sealed, new XorSeal((byte) 0x5b)));
    }

    @Test
    void aClosedKeySignsNoMore() throws SigningException {
        SoftwareKey closed = authority.issue("radiologist", "演示医师", FROM, YEARS);
        closed.close();
        SigningException refused = assertThrows(
                SigningException.class,
                () -> new ReportSigner().sign(SampleReports.chestCt(), SampleReports.firstAct(), closed));
        assertEquals("report.sign.key-closed", refused.messageKey());
    }

    // [utest->req~report.sign.canonical~1]
    @Test
    void canonicalBytesAreAlwaysTheSameAndNormalised() throws SigningException {
        Report report = SampleReports.chestCt();
        Report decomposed = ReportEdits.setText(report, SectionKind.TECHNIQUE, "Cafe\u0301 \"1\"\n\u0001\\")
                .apply(report);
        byte[] bytes = CanonicalReport.bytes(decomposed, SampleReports.firstAct());
        String text = new String(bytes, StandardCharsets.UTF_8);
        assertTrue(text.contains("Caf\u00e9 \\\"1\\\"\\n"), text);
        assertTrue(text.contains("\\u0001\\\\\""), text);
        assertTrue(text.startsWith("{\"act\":{\"author\":{\"displayName\":\"演示医师 radiologist\""), text);
        assertTrue(text.contains("\"value\":\"8.3417\"") && text.contains("\"windowCenter\":\"-600\""), text);
        assertArrayEquals(bytes, CanonicalReport.bytes(decomposed, SampleReports.firstAct()));
    }

    // [utest->req~report.sign.canonical~1]
    @Test
    void everyPartOfTheActIsSigned() throws SigningException {
        SigningAct act = SampleReports.firstAct();
        Report report = SampleReports.chestCt();
        String digest = CanonicalReport.digest(CanonicalReport.bytes(report, act));
        List<SigningAct> others = List.of(
                new SigningAct(Stage.REVIEW, act.author(), 1, "", act.signedAt(), "", "rules-1"),
                new SigningAct(Stage.PRIMARY, act.author(), 2, "ab", act.signedAt(), "", "rules-1"),
                new SigningAct(
                        Stage.PRIMARY, act.author(), 1, "", act.signedAt().plusSeconds(1), "", "rules-1"),
                new SigningAct(Stage.PRIMARY, act.author(), 1, "", act.signedAt(), "x", "rules-1"),
                new SigningAct(Stage.PRIMARY, act.author(), 1, "", act.signedAt(), "", "rules-2"));
        for (SigningAct other : others) {
            assertFalse(digest.equals(CanonicalReport.digest(CanonicalReport.bytes(report, other))), other.toString());
        }
    }

    @Test
    void aLoneSurrogateIsRefusedInsteadOfLost() {
        Report report = SampleReports.chestCt();
        Report broken =
                ReportEdits.setText(report, SectionKind.TECHNIQUE, "a\ud800b").apply(report);
        SigningException refused =
                assertThrows(SigningException.class, () -> CanonicalReport.bytes(broken, SampleReports.firstAct()));
        assertEquals("report.sign.text-broken", refused.messageKey());
    }

    private record XorSeal(byte mask) implements KeySeal {
        @Override
        public byte[] seal(byte[] secret) {
            byte[] out = secret.clone();
            for (int i = 0; i < out.length; i++) {
                out[i] ^= mask;
            }
            return out;
        }

        @Override
        public byte[] open(byte[] sealed) {
            return seal(sealed);
        }
    }
}
