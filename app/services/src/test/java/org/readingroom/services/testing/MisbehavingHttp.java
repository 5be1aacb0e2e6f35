package org.readingroom.services.testing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ServerSocketFactory;
import org.jspecify.annotations.Nullable;

/// An HTTP/1.1 server on a free port of this machine that behaves as each of its replies says.
///
/// **Thread:** one virtual thread a connection; the handler may be called on several at once.
public final class MisbehavingHttp implements AutoCloseable {
    /// How a reply goes out.
    public enum Manner {
        WELL,
        /// Reads the request and never answers.
        STALL,
        /// Half of the body, then silence.
        STALL_IN_BODY,
        /// The head, a byte now and then.
        DRIP_HEAD,
        /// The body, a byte now and then.
        DRIP,
        /// Half of the body, then the connection ends; the length was told.
        CUT,
        /// Half of the body, then an orderly end of the connection; no length was told.
        CUT_UNTOLD,
        /// Half of the body in chunks, then the end of the connection.
        CUT_CHUNKED,
        /// Does what it is asked, then ends the connection without an answer.
        SWALLOW,
        /// The body whole, without a length, ended by the end of the connection.
        WELL_UNTOLD,
        /// Says that the body is longer than it is, and ends the connection.
        LENGTH_TOO_LONG,
        /// Says that the body is shorter than it is.
        LENGTH_TOO_SHORT,
        /// Bytes that are no HTTP.
        NOISE
    }

    public record Ask(String method, String target, Map<String, String> headers, byte[] body) {
        /// Empty when it is not there; any case.
        public String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }
    }

    public record Reply(int status, List<String> headers, byte[] body, Manner manner) {
        public static Reply of(int status, String contentType, byte[] body) {
            return new Reply(status, List.of("Content-Type: " + contentType), body, Manner.WELL);
        }

        public static Reply of(int status) {
            return of(status, "text/plain", ("status " + status).getBytes(StandardCharsets.US_ASCII));
        }

        public Reply in(Manner how) {
            return new Reply(status, headers, body, how);
        }

        public Reply with(String header) {
            List<String> more = new ArrayList<>(headers);
            more.add(header);
            return new Reply(status, List.copyOf(more), body, manner);
        }
    }

    @FunctionalInterface
    public interface Handler {
        Reply answer(Ask ask);
    }

    private static final int DRIP_MILLIS = 40;

    private final ServerSocket listening;
    private final String scheme;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final List<Ask> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile Handler handler;

    public MisbehavingHttp(Handler handler) throws IOException {
        this(handler, ServerSocketFactory.getDefault(), "http");
    }

    /// `scheme` is `https` when `sockets` makes encrypted ones.
    public MisbehavingHttp(Handler handler, ServerSocketFactory sockets, String scheme) throws IOException {
        this.handler = handler;
        this.scheme = scheme;
        this.listening = sockets.createServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        Thread.ofVirtual().start(this::accept);
    }

    public URI base() {
        return URI.create(scheme + "://localhost:" + listening.getLocalPort());
    }

    /// From now on every request is answered by `next`.
    public void answerBy(Handler next) {
        handler = next;
    }

    /// Ends every connection, as a server does with idle ones.
    public void hangUp() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
    }

    /// Every request that came whole, oldest first.
    public List<Ask> asked() {
        return List.copyOf(asked);
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                open.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            Ask ask = read(in);
            while (ask != null) {
                asked.add(ask);
                if (!reply(out, handler.answer(ask), ask)) {
                    return;
                }
                ask = read(in);
            }
        } catch (IOException | InterruptedException | IndexOutOfBoundsException e) {
            // The client is gone or speaks no HTTP, or the server is closed.
        } finally {
            open.remove(socket);
        }
    }

    /// True when the connection stays.
    private boolean reply(OutputStream out, Reply reply, Ask ask) throws IOException, InterruptedException {
        byte[] body = ask.method().equals("HEAD") ? new byte[0] : reply.body();
        byte[] half = Arrays.copyOf(body, body.length / 2);
        switch (reply.manner()) {
            case STALL -> ended.await(60, TimeUnit.SECONDS);
            case SWALLOW -> {}
            case NOISE -> out.write(new byte[] {7, 1, 9, 13, 10, 13, 10, 3});
            case DRIP_HEAD -> drip(out, head(reply, "Content-Length: " + body.length));
            case WELL -> {
                out.write(head(reply, "Content-Length: " + body.length));
                out.write(body);
                out.flush();
                return true;
            }
            case DRIP -> {
                out.write(head(reply, "Content-Length: " + body.length));
                drip(out, body);
            }
            case STALL_IN_BODY -> {
                out.write(head(reply, "Content-Length: " + body.length));
                out.write(half);
                out.flush();
                ended.await(60, TimeUnit.SECONDS);
            }
            case CUT -> {
                out.write(head(reply, "Content-Length: " + body.length));
                out.write(half);
            }
            case LENGTH_TOO_LONG -> {
                out.write(head(reply, "Content-Length: " + (body.length + 100)));
                out.write(body);
            }
            case LENGTH_TOO_SHORT -> {
                out.write(head(reply, "Content-Length: " + half.length));
                out.write(body);
            }
            case CUT_UNTOLD, WELL_UNTOLD -> {
                out.write(head(reply, "Connection: close"));
                out.write(reply.manner() == Manner.WELL_UNTOLD ? body : half);
            }
            case CUT_CHUNKED -> {
                out.write(head(reply, "Transfer-Encoding: chunked"));
                out.write((Integer.toHexString(half.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                out.write(half);
                out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
            }
        }
        out.flush();
        return false;
    }

    private static void drip(OutputStream out, byte[] bytes) throws IOException, InterruptedException {
        for (byte each : bytes) {
            out.write(each);
            out.flush();
            Thread.sleep(DRIP_MILLIS);
        }
    }

    private static byte[] head(Reply reply, String framing) {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + reply.status() + " so\r\n");
        reply.headers().forEach(header -> head.append(header).append("\r\n"));
        return head.append(framing).append("\r\n\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static @Nullable Ask read(InputStream in) throws IOException {
        String first = line(in);
        if (first.isEmpty()) {
            return null;
        }
        String[] parts = first.split(" ");
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        byte[] body = in.readNBytes(length);
        return body.length < length ? null : new Ask(parts[0], parts[1], headers, body);
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    @Override
    public void close() throws IOException {
        ended.countDown();
        listening.close();
        hangUp();
    }
}
