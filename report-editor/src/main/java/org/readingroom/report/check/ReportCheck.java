package org.readingroom.report.check;

import java.util.function.Consumer;

/// One thing to look at. It reports what it finds and never changes anything.
interface ReportCheck {
    void check(ReportReading reading, Consumer<Concern> found);
}
