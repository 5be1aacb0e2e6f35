package org.readingroom.services.reading;

import java.time.Instant;

/// A draft that is on disk since `at`; its next save goes on from `base`.
public record SavedDraft(Instant at, DraftBase base) {}
