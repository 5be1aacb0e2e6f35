package org.readingroom.testservers;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Asks the servers how much they hold.
final class Probe {
    private static final Pattern TOTAL = Pattern.compile("\"(?:total|CountStudies)\"\\s*:\\s*(\\d+)");
    private final HttpClient client;

    Probe(HttpClient client) {
        this.client = client;
    }

    OptionalInt studies(ServerState state) throws InterruptedException {
        return count(state.pacsRest() + "/statistics");
    }

    OptionalInt orders(ServerState state) throws InterruptedException {
        return count(state.fhir() + "/Task?_summary=count");
    }

    /// Nothing when there is no answer.
    private OptionalInt count(String place) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(place))
                .header("Cache-Control", "no-cache")
                .timeout(Duration.ofSeconds(30))
                .build();
        try {
            HttpResponse<String> reply = client.send(request, HttpResponse.BodyHandlers.ofString());
            Matcher matcher = TOTAL.matcher(reply.body());
            return reply.statusCode() == 200 && matcher.find()
                    ? OptionalInt.of(Integer.parseInt(matcher.group(1)))
                    : OptionalInt.empty();
        } catch (IOException e) {
            return OptionalInt.empty();
        }
    }
}
