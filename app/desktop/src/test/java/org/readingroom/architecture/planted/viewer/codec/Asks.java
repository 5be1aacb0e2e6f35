package org.readingroom.architecture.planted.viewer.codec;

import java.net.http.HttpClient;
import org.readingroom.architecture.Breaks;

@Breaks("viewer-core has no SQL and no HTTP")
record Asks(HttpClient client) {}
