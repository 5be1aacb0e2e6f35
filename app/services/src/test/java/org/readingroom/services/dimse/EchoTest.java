package org.readingroom.services.dimse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.services.testing.OtherProgram;
import org.readingroom.viewer.task.LaneRunner;

/// C-ECHO against DCMTK's storescp, in the clear and encrypted.
// [utest->req~dimse.echo~1]
class EchoTest {
    private static final AeTitle US = new AeTitle("READINGROOM");
    private static final LaneRunner LANES = new LaneRunner(Runnable::run);

    @TempDir
    private Path folder;

    @BeforeAll
    static void needsDcmtk() {
        assumeTrue(OtherProgram.isThere("storescp"), "DCMTK is not installed");
    }

    @AfterAll
    static void closeLanes() {
        LANES.close();
    }

    @Test
    void aProgramThatIsThereAnswers() throws Exception {
        int port = OtherProgram.freePort();
        try (OtherProgram _ = OtherProgram.start(folder, port, "storescp", String.valueOf(port))) {
            for (int times = 0; times < 3; times++) {
                Echo.ask(Peer.of("STORESCP", "localhost", port), US, DimseOptions.DEFAULT, LANES);
            }
        }
    }

    // [utest->req~dimse.tls~1]
    @Test
    void anEncryptedOneAnswersThoseWhoTrustItsCertificate() throws Exception {
        assumeTrue(OtherProgram.isThere("openssl"), "OpenSSL is not installed");
        Path own = certificate("localhost", "own");
        Path stranger = certificate("elsewhere", "stranger");
        int port = OtherProgram.freePort();
        Peer peer = Peer.of("STORESCP", "localhost", port);
        try (OtherProgram _ = OtherProgram.start(
                folder,
                port,
                "storescp",
                "+tls",
                folder.resolve("own.key").toString(),
                own.toString(),
                "-ic",
                String.valueOf(port))) {
            Echo.ask(peer, US, DimseOptions.DEFAULT.withTls(TlsTrust.of(own)), LANES);
            refuses(peer, DimseOptions.DEFAULT.withTls(TlsTrust.of(stranger)), "services.dimse.tls");
            refuses(peer, DimseOptions.DEFAULT.withTls(TlsTrust.of(null)), "services.dimse.tls");
            Peer byNumber = Peer.of("STORESCP", "127.0.0.1", port);
            refuses(byNumber, DimseOptions.DEFAULT.withTls(TlsTrust.of(own)), "services.dimse.tls");
            refuses(peer, DimseOptions.DEFAULT.within(Duration.ofSeconds(2)), null);
        }
    }

    private static void refuses(Peer peer, DimseOptions options, @Nullable String key) {
        DimseException fault = assertThrows(DimseException.class, () -> Echo.ask(peer, US, options, LANES));
        if (key != null) {
            assertEquals(key, fault.messageKey());
        }
    }

    private Path certificate(String host, String name) throws Exception {
        Path pem = folder.resolve(name + ".pem");
        OtherProgram.run(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-days",
                "2",
                "-subj",
                "/CN=" + host,
                "-addext",
                "subjectAltName=DNS:" + host,
                "-keyout",
                folder.resolve(name + ".key").toString(),
                "-out",
                pem.toString());
        return pem;
    }
}
