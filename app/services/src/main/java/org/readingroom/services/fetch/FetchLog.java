package org.readingroom.services.fetch;

import org.readingroom.viewer.model.WorkstationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is noted of files that were not taken.
final class FetchLog {
    private static final Logger LOG = LoggerFactory.getLogger(FetchLog.class);

    private FetchLog() {}

    static void refused(WorkstationException fault) {
        LOG.warn("a file from the archive was not taken: {}", fault.getMessage());
    }
}
