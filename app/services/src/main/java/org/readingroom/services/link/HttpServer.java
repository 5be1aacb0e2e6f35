package org.readingroom.services.link;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A server spoken to over HTTP.
///
/// `trusted` is a PEM file of authorities to trust instead of the system's; `clientStore` a PKCS #12 file with the
/// certificate this desk shows.
public record HttpServer(
        URI base,
        Access access,
        @Nullable Path trusted,
        @Nullable Path clientStore,
        String clientStorePassword) {

    /// How a desk shows who it is.
    public sealed interface Access {
        record Open() implements Access {}

        record Basic(String user, String password) implements Access {
            @Override
            public String toString() {
                return "Basic[" + user + "]";
            }
        }

        record Bearer(String token) implements Access {
            @Override
            public String toString() {
                return "Bearer[]";
            }
        }
    }

    public static HttpServer open(URI base) {
        return new HttpServer(base, new Access.Open(), null, null, "");
    }

    @Override
    public String toString() {
        return base.toString();
    }
}
