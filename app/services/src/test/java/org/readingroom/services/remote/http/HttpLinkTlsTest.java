package org.readingroom.services.remote.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.services.link.HttpServer;
import org.readingroom.services.link.ServerFault;
import org.readingroom.services.testing.Certificates;
import org.readingroom.services.testing.MisbehavingHttp;
import org.readingroom.services.testing.MisbehavingHttp.Reply;
import org.readingroom.services.testing.Witness;

/// Encrypted links speak to those they trust, and show who they are.
// [utest->req~link.tls~1]
class HttpLinkTlsTest {
    @TempDir
    private static Path folder;

    private static Certificates own;
    private static Certificates elsewhere;
    private static Certificates desk;

    private final Witness witness = new Witness();

    @BeforeAll
    static void certificates() throws Exception {
        own = Certificates.of("localhost", folder);
        elsewhere = Certificates.of("elsewhere", folder);
        desk = Certificates.of("desk", folder);
    }

    private HttpLink link(URI base, @Nullable Path trusted, @Nullable Path shown) {
        return new HttpLink(
                new HttpServer(base, new HttpServer.Access.Open(), trusted, shown, Certificates.PASSWORD),
                witness,
                HttpTimes.PROBE);
    }

    private ServerFault fault(HttpLink link) {
        try (link) {
            return assertThrows(HttpFaultException.class, () -> link.send(HttpRequest.get("x")))
                    .fault();
        }
    }

    @Test
    void onlyATrustedCertificateOfThatHostIsSpokenTo() throws Exception {
        try (MisbehavingHttp server = new MisbehavingHttp(ask -> Reply.of(200), own.sockets(null), "https")) {
            try (HttpLink link = link(server.base(), own.pem(), null)) {
                assertEquals(200, link.send(HttpRequest.get("x")).status());
            }
            assertEquals(ServerFault.WRONG_CERTIFICATE, fault(link(server.base(), elsewhere.pem(), null)));
            assertEquals(ServerFault.WRONG_CERTIFICATE, fault(link(server.base(), null, null)));
            URI byNumber = URI.create("https://127.0.0.1:" + server.base().getPort());
            assertEquals(ServerFault.WRONG_CERTIFICATE, fault(link(byNumber, own.pem(), null)));
            assertEquals(1, server.asked().size());
            assertEquals(
                    List.of(ServerFault.WRONG_CERTIFICATE.messageKey()),
                    witness.losses.stream().distinct().toList());
        }
    }

    @Test
    void aServerThatWantsToKnowTheDeskIsShownItsCertificate() throws Exception {
        try (MisbehavingHttp server = new MisbehavingHttp(ask -> Reply.of(200), own.sockets(desk), "https")) {
            try (HttpLink link = link(server.base(), own.pem(), desk.store())) {
                assertEquals(200, link.send(HttpRequest.get("x")).status());
            }
            // The end of the connection may overtake the alert that says why.
            Set<ServerFault> turnedAway = Set.of(ServerFault.SIGNED_OUT, ServerFault.UNREACHABLE);
            assertTrue(turnedAway.contains(fault(link(server.base(), own.pem(), null))));
            assertTrue(turnedAway.contains(fault(link(server.base(), own.pem(), elsewhere.store()))));
            assertEquals(1, server.asked().size());
        }
    }

    @Test
    void aFileOfCertificatesThatCannotBeReadFailsInWords() throws Exception {
        Path empty = Files.writeString(folder.resolve("empty.pem"), "nothing");
        URI base = URI.create("https://localhost:1");
        assertEquals(ServerFault.WRONG_CERTIFICATE, fault(link(base, empty, null)));
        assertEquals(ServerFault.WRONG_CERTIFICATE, fault(link(base, folder.resolve("gone.pem"), null)));
        assertEquals(ServerFault.WRONG_CERTIFICATE, fault(link(base, own.pem(), own.pem())));
    }

    @Test
    void aServerWithoutEncryptionIsNoneToSpeakTo() throws Exception {
        try (MisbehavingHttp plain = new MisbehavingHttp(ask -> Reply.of(200))) {
            URI base = URI.create("https://localhost:" + plain.base().getPort());
            ServerFault fault = fault(link(base, own.pem(), null));
            assertEquals(0, plain.asked().size());
            assertEquals(ServerFault.Next.LATER, fault.next());
        }
    }
}
