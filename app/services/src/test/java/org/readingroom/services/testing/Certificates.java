package org.readingroom.services.testing;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/// A self-signed certificate of one host, made by the JDK's keytool.
public record Certificates(Path store, Path pem) {
    public static final String PASSWORD = "secret";

    public static Certificates of(String host, Path folder) throws Exception {
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        Path store = folder.resolve(host + ".p12");
        Path pem = folder.resolve(host + ".pem");
        OtherProgram.run(
                keytool.toString(),
                "-genkeypair",
                "-alias",
                "own",
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + host,
                "-ext",
                "san=dns:" + host,
                "-validity",
                "2",
                "-keystore",
                store.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD);
        OtherProgram.run(
                keytool.toString(),
                "-exportcert",
                "-rfc",
                "-alias",
                "own",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD,
                "-file",
                pem.toString());
        return new Certificates(store, pem);
    }

    /// What a server with this certificate listens with; with `clients` not null, only to whoever shows one of them.
    public ServerSocketFactory sockets(@Nullable Certificates clients) throws Exception {
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(load(store), PASSWORD.toCharArray());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        if (clients != null) {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("client", load(clients.store).getCertificate("own"));
            trust.init(trusted);
        }
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), clients == null ? null : trust.getTrustManagers(), null);
        return new Asking(context.getServerSocketFactory(), clients != null);
    }

    private static KeyStore load(Path file) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }

    /// Sockets that ask for the client's certificate.
    private static final class Asking extends ServerSocketFactory {
        private final ServerSocketFactory from;
        private final boolean asks;

        Asking(ServerSocketFactory from, boolean asks) {
            this.from = from;
            this.asks = asks;
        }

        private ServerSocket asking(ServerSocket socket) {
            ((SSLServerSocket) socket).setNeedClientAuth(asks);
            return socket;
        }

        @Override
        public ServerSocket createServerSocket(int port) throws IOException {
            return asking(from.createServerSocket(port));
        }

        @Override
        public ServerSocket createServerSocket(int port, int backlog) throws IOException {
            return asking(from.createServerSocket(port, backlog));
        }

        @Override
        public ServerSocket createServerSocket(int port, int backlog, InetAddress at) throws IOException {
            return asking(from.createServerSocket(port, backlog, at));
        }
    }
}
