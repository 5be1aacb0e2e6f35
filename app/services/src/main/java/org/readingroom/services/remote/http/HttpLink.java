package org.readingroom.services.remote.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Headers;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.link.HttpServer;
import org.readingroom.services.link.LinkWitness;
import org.readingroom.services.link.ServerFault;
import org.readingroom.viewer.model.WorkstationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks one server over HTTP, and says of every failure what it means.
///
/// Nothing that changes the server is ever sent a second time here; redirects are not followed, so that neither
/// credentials nor patients go where the settings do not point. Every answer is told to the witness, and nothing
/// goes out while it says that the link is cut. A setting that cannot be used, such as a missing certificate file,
/// fails each request in words.
///
/// **Thread:** any but `fx` and `gl`, best a virtual one; blocks. An interrupt gives the request up.
/// **Errors:** [HttpFaultException]; [CancellationException] when the thread was interrupted.
// [impl->req~link.http~1]
public final class HttpLink implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpLink.class);
    private static final int MOST_WORDS = 1 << 16;
    /// chosen: a whole CT at 1 MB/s takes ten minutes.
    private static final Duration LONGEST_STREAM = Duration.ofHours(1);

    private final HttpServer server;
    private final LinkWitness witness;
    private final HttpTimes times;
    private final HttpClients clients;

    public HttpLink(HttpServer server, LinkWitness witness, HttpTimes times) {
        this.server = server;
        this.witness = witness;
        this.times = times;
        this.clients = HttpClients.of(server, times);
    }

    public HttpServer server() {
        return server;
    }

    /// The whole answer, held in memory.
    public HttpAnswer send(HttpRequest request) throws WorkstationException {
        Duration whole = request.within() == null ? times.whole() : request.within();
        return exchange(request, whole, whole, (head, body) -> {
            byte[] bytes = body.readNBytes((int) Math.min(request.upTo() + 1, Integer.MAX_VALUE - 8));
            if (bytes.length > request.upTo()) {
                throw HttpFaultException.garbled("an answer of more than " + request.upTo() + " bytes", null);
            }
            return new HttpAnswer(head.status(), head.headers(), bytes);
        });
    }

    /// Hands the body over while it comes in. Whoever reads it sees to it that it is whole: not every server says
    /// how long an answer is.
    public <T> T stream(HttpRequest request, BodyReader<T> reader) throws WorkstationException {
        Duration whole = request.within() == null ? LONGEST_STREAM : request.within();
        return exchange(request, whole, times.whole(), reader);
    }

    private <T> T exchange(HttpRequest request, Duration whole, Duration head, BodyReader<T> reader)
            throws WorkstationException {
        if (!witness.isOpen()) {
            throw fault(ServerFault.CUT, request, null);
        }
        OkHttpClient client = request.isRead() ? clients.reading() : clients.writing();
        Call call = client.newCall(clients.request(request));
        call.timeout().timeout(whole.toNanos(), TimeUnit.NANOSECONDS);
        boolean answered = false;
        try (Response response = head(call, head)) {
            answered = true;
            if (!isFromGateway(response.code())) {
                witness.answered();
            }
            HttpAnswer answer = answer(response);
            InputStream body = new SteadyStream(response.body().byteStream(), times.stall());
            if (!isExpected(response.code(), request)) {
                throw refused(answer, request, body);
            }
            return reader.read(answer, body);
        } catch (IOException e) {
            throw broken(request, e, answered);
        }
    }

    private static Response head(Call call, Duration time) throws IOException {
        HeadLimit limit = new HeadLimit(call, time);
        limit.enter();
        Response response;
        try {
            response = call.execute();
        } catch (IOException e) {
            throw limit.exit() ? new SocketTimeoutException("no answer in time") : e;
        }
        limit.exit();
        return response;
    }

    private static HttpAnswer answer(Response response) {
        Headers headers = response.headers();
        List<HttpRequest.Field> fields = new ArrayList<>(headers.size());
        for (int i = 0; i < headers.size(); i++) {
            fields.add(new HttpRequest.Field(headers.name(i), headers.value(i)));
        }
        return new HttpAnswer(response.code(), fields, new byte[0]);
    }

    /// A gateway says that nobody is behind it.
    private static boolean isFromGateway(int status) {
        return status == 502 || status == 504;
    }

    private static boolean isExpected(int status, HttpRequest request) {
        return status >= 200 && status < 300 || request.expected().contains(status);
    }

    private static HttpFaultException refused(HttpAnswer answer, HttpRequest request, InputStream body) {
        ByteArrayOutputStream words = new ByteArrayOutputStream();
        try {
            words.writeBytes(body.readNBytes(MOST_WORDS));
        } catch (IOException e) {
            // The status has said what counts.
            LOG.debug("the words of a refusal broke off: {}", e.getClass().getSimpleName());
        }
        return new HttpFaultException(
                Faults.ofStatus(answer.status()),
                answer.status(),
                words.toString(StandardCharsets.UTF_8),
                RetryAfter.of(answer, Instant.now()),
                request.method() + " answered " + answer.status(),
                null);
    }

    private WorkstationException broken(HttpRequest request, IOException e, boolean answered) {
        if (Thread.currentThread().isInterrupted()) {
            CancellationException givenUp = new CancellationException("request given up");
            givenUp.initCause(e);
            throw givenUp;
        }
        ServerFault fault = Faults.of(e, answered);
        if (fault.isLoss() || fault == ServerFault.WRONG_CERTIFICATE) {
            witness.unreachable(fault.messageKey());
        }
        return fault(fault, request, e);
    }

    /// The facts name no address: paths hold identifiers.
    private static HttpFaultException fault(ServerFault fault, HttpRequest request, @Nullable IOException cause) {
        String how = cause == null ? "" : ": " + cause.getClass().getSimpleName();
        return new HttpFaultException(fault, 0, "", null, request.method() + " failed, " + fault + how, cause);
    }

    /// Ends idle connections; requests under way end by themselves.
    @Override
    public void close() {
        clients.close();
    }
}
