package org.readingroom.services.home;

import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;

/// The synthetic studies of the demo department.
final class DemoDepartment {
    private DemoDepartment() {}

    static void fill(Session session, Progress progress) throws WorkstationException {
        progress.at(0, 0);
    }
}
