package org.readingroom.services.fetch;

import org.readingroom.services.archive.Archive;
import org.readingroom.viewer.task.TaskRunner;

/// What all fetches of a session share.
record FetchContext(
        Archive archive,
        FetchStore store,
        TaskRunner tasks,
        RequestGate gate,
        Parallelism parallelism,
        ServerRest rest,
        FetchOptions options) {}
