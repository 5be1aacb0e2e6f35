package org.readingroom.services.remote.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Credentials;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.link.HttpServer;
import org.readingroom.services.link.ServerFault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The library's clients for one server: one that keeps connections and asks again when a kept one turns out to be
/// dead, one that never asks again and takes a fresh connection each time. Some archives close kept ones after one
/// second, and what is written into such a one is lost without an answer.
final class HttpClients {
    private static final Logger LOG = LoggerFactory.getLogger(HttpClients.class);
    private static final int MOST_IDLE = 8;
    private static final int READ_IDLE_SECONDS = 30;

    private final OkHttpClient reading;
    private final OkHttpClient writing;
    private final @Nullable HttpUrl base;
    private final @Nullable ServerFault unusable;
    private final @Nullable String access;

    private HttpClients(
            OkHttpClient common, @Nullable HttpUrl base, @Nullable ServerFault unusable, HttpServer.Access access) {
        this.reading = common.newBuilder()
                .connectionPool(new ConnectionPool(MOST_IDLE, READ_IDLE_SECONDS, TimeUnit.SECONDS))
                .retryOnConnectionFailure(true)
                .build();
        this.writing = common.newBuilder()
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.MILLISECONDS))
                .retryOnConnectionFailure(false)
                .build();
        this.base = base;
        this.unusable = unusable;
        this.access = switch (access) {
            case HttpServer.Access.Open() -> null;
            case HttpServer.Access.Basic(String user, String password) ->
                Credentials.basic(user, password, StandardCharsets.UTF_8);
            case HttpServer.Access.Bearer(String token) -> "Bearer " + token;
        };
    }

    static HttpClients of(HttpServer server, HttpTimes times) {
        HttpUrl base = HttpUrl.parse(server.base().toString());
        OkHttpClient.Builder builder = new OkHttpClient.Builder()
                .connectTimeout(times.connect())
                .readTimeout(times.stall())
                .writeTimeout(times.stall())
                .followRedirects(false)
                .followSslRedirects(false);
        ServerFault unusable = base == null ? ServerFault.UNREACHABLE : null;
        if (base != null && base.isHttps()) {
            try {
                TlsSetup tls = TlsSetup.of(server);
                builder.sslSocketFactory(tls.sockets(), tls.trust());
            } catch (GeneralSecurityException | IOException e) {
                LOG.warn("certificates cannot be used: {}", e.toString());
                unusable = ServerFault.WRONG_CERTIFICATE;
            }
        }
        return new HttpClients(builder.build(), base, unusable, server.access());
    }

    OkHttpClient reading() {
        return reading;
    }

    OkHttpClient writing() {
        return writing;
    }

    Request request(HttpRequest request) throws HttpFaultException {
        Request.Builder builder = new Request.Builder().url(url(request));
        try {
            for (HttpRequest.Field field : request.headers()) {
                builder.addHeader(field.name(), field.value());
            }
            if (access != null) {
                builder.header("Authorization", access);
            }
        } catch (IllegalArgumentException e) {
            throw new HttpFaultException(ServerFault.REFUSED, 0, "", null, "a header that HTTP does not allow", null);
        }
        return builder.method(request.method(), request.isRead() ? null : new SentOnce(request.body()))
                .build();
    }

    private HttpUrl url(HttpRequest request) throws HttpFaultException {
        if (unusable != null || base == null) {
            ServerFault fault = unusable == null ? ServerFault.UNREACHABLE : unusable;
            throw new HttpFaultException(fault, 0, "", null, "the settings of the server cannot be used", null);
        }
        String path = request.path();
        String lower = path.toLowerCase(Locale.ROOT);
        boolean isWhole = lower.startsWith("http://") || lower.startsWith("https://");
        String root = base.toString();
        HttpUrl url = HttpUrl.parse(isWhole ? path : (root.endsWith("/") ? root : root + "/") + path);
        if (url == null || !isUnder(url, base)) {
            throw new HttpFaultException(
                    ServerFault.REDIRECTED, 0, "", null, "an address outside of the server's", null);
        }
        HttpUrl.Builder builder = url.newBuilder();
        for (HttpRequest.Field field : request.query()) {
            builder.addQueryParameter(field.name(), field.value());
        }
        return builder.build();
    }

    /// Same scheme, host and port, and no way out of the base path.
    private static boolean isUnder(HttpUrl url, HttpUrl base) {
        List<String> segments = base.pathSegments();
        List<String> own = segments.getLast().isEmpty() ? segments.subList(0, segments.size() - 1) : segments;
        List<String> asked = url.pathSegments();
        return url.scheme().equals(base.scheme())
                && url.host().equals(base.host())
                && url.port() == base.port()
                && asked.size() >= own.size()
                && asked.subList(0, own.size()).equals(own);
    }

    void close() {
        reading.connectionPool().evictAll();
        writing.connectionPool().evictAll();
    }
}
