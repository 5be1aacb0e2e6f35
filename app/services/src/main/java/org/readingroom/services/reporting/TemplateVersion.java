package org.readingroom.services.reporting;

import java.time.Instant;

/// One version of a department's template: what it is, who kept it and when. `digest` names its file.
///
/// A retired one is offered no more; its files stay.
public record TemplateVersion(
        String id,
        int version,
        String title,
        String language,
        Instant at,
        String by,
        String digest,
        boolean isRetired) {}
