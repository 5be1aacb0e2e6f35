package org.readingroom.desktop.out;

import org.jspecify.annotations.Nullable;
import org.readingroom.services.sync.OutboxEntry;
import org.readingroom.viewer.model.Study;

/// One entry of the outbox with the study it is about; null when that study is no longer here.
public record OutRow(OutboxEntry entry, @Nullable Study study) {}
