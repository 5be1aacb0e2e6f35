package org.readingroom.services.hospital;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.readingroom.services.link.HttpServer;
import org.readingroom.services.link.LinkProbe;
import org.readingroom.services.link.Servers;
import org.readingroom.viewer.task.LaneRunner;

/// Connections of a session that ends.
// [utest->req~link.http~1]
class RemoteClientsTest {
    /// Seen from the other end: a connection that was kept open ends.
    @Test
    void probesGiveTheirConnectionsBack() throws Exception {
        try (LaneRunner lanes = new LaneRunner(Runnable::run);
                ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor();
                ServerSocket pacs = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerSocket ris = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            RemoteClients clients = new RemoteClients(lanes);
            Servers servers = new Servers(server(pacs), null, server(ris), null);
            Future<Socket> atPacs = thread.submit(() -> answerOne(pacs));
            Future<Socket> atRis = thread.submit(() -> answerOne(ris));
            Duration within = Duration.ofSeconds(20);
            assertEquals(
                    LinkProbe.Found.WELCOME,
                    clients.pacsProbe(servers).orElseThrow().ask(within));
            assertEquals(
                    LinkProbe.Found.WELCOME,
                    clients.risProbe(servers).orElseThrow().ask(within));
            clients.close();
            try (Socket one = atPacs.get();
                    Socket two = atRis.get()) {
                assertEquals(-1, one.getInputStream().read(), "the PACS");
                assertEquals(-1, two.getInputStream().read(), "the RIS");
            }
        }
    }

    private static HttpServer server(ServerSocket socket) {
        return HttpServer.open(URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/"));
    }

    private static Socket answerOne(ServerSocket server) throws Exception {
        Socket socket = server.accept();
        socket.setSoTimeout(20_000);
        BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        assertTrue(in.readLine().startsWith("HEAD "));
        while (!in.readLine().isEmpty()) {
            continue;
        }
        socket.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        return socket;
    }
}
