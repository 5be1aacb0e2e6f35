package org.readingroom.services.testing;

import java.util.Map;

/// One request as a [FhirDouble] got it.
///
/// `path` is below the base and percent-decoded, such as `Task/7`; `query` is as it came; header names are in lower
/// case.
public record FhirRequest(String method, String path, String query, Map<String, String> headers, String body) {
    public String header(String name) {
        return headers.getOrDefault(name, "");
    }
}
