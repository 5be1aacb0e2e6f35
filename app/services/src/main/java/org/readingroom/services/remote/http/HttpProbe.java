package org.readingroom.services.remote.http;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import okhttp3.ConnectionPool;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.readingroom.services.link.HttpServer;
import org.readingroom.services.link.HttpServer.Access;
import org.readingroom.services.link.LinkProbe;
import org.readingroom.services.link.ServerFault;

/// Asks a server over HTTP whether it is there: HEAD of its base, on a connection of its own.
///
/// Any answer of the server itself counts, also a 404; a gateway that says nobody is behind it does not.
public final class HttpProbe implements LinkProbe {
    private final OkHttpClient client;
    private final Request request;

    public HttpProbe(HttpServer server) {
        this(new OkHttpClient(), server);
    }

    HttpProbe(OkHttpClient client, HttpServer server) {
        this.client = client.newBuilder()
                // A kept connection that the server has closed meanwhile would look like a loss.
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .build();
        Request.Builder builder =
                new Request.Builder().url(server.base().toString()).head();
        switch (server.access()) {
            case Access.Open() -> {}
            case Access.Basic(String user, String password) ->
                builder.header(
                        "Authorization", Credentials.basic(user, password, java.nio.charset.StandardCharsets.UTF_8));
            case Access.Bearer(String token) -> builder.header("Authorization", "Bearer " + token);
        }
        this.request = builder.build();
    }

    @Override
    public Found ask(Duration within) {
        OkHttpClient patient = client.newBuilder()
                .callTimeout(within)
                .connectTimeout(within)
                .readTimeout(within)
                .writeTimeout(within)
                .build();
        try (Response response = patient.newCall(request).execute()) {
            return switch (response.code()) {
                case 502, 504 -> Found.lost(ServerFault.UNREACHABLE);
                case 401, 403 -> Found.UNWELCOME;
                default -> Found.WELCOME;
            };
        } catch (SSLException e) {
            return Found.lost(ServerFault.WRONG_CERTIFICATE);
        } catch (java.io.InterruptedIOException e) {
            return Found.lost(ServerFault.SILENT);
        } catch (IOException e) {
            return Found.lost(ServerFault.UNREACHABLE);
        }
    }
}
