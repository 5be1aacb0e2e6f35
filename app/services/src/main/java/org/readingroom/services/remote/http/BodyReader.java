package org.readingroom.services.remote.http;

import java.io.IOException;
import java.io.InputStream;
import org.readingroom.viewer.model.WorkstationException;

/// Reads the body of an answer while it comes in.
@FunctionalInterface
public interface BodyReader<T> {
    /// `head` has no body. What `body` throws is let through: [HttpLink] says what it means.
    T read(HttpAnswer head, InputStream body) throws IOException, WorkstationException;
}
