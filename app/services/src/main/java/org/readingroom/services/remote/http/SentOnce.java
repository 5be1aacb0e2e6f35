package org.readingroom.services.remote.http;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/// A body that the library must never send a second time on its own account.
final class SentOnce extends RequestBody {
    private final HttpRequest.@Nullable Body body;

    SentOnce(HttpRequest.@Nullable Body body) {
        this.body = body;
    }

    @Override
    public @Nullable MediaType contentType() {
        return body == null ? null : MediaType.parse(body.contentType());
    }

    @Override
    public long contentLength() {
        return body == null ? 0 : body.length();
    }

    @Override
    public boolean isOneShot() {
        return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        if (body != null) {
            for (byte[] piece : body.pieces()) {
                sink.write(piece);
            }
        }
    }
}
