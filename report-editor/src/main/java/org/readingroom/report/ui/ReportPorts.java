package org.readingroom.report.ui;

import java.time.InstantSource;
import java.time.ZoneId;

/// Everything the editor asks of the rest of the program.
public record ReportPorts(
        DraftSaver drafts,
        SignPort signing,
        MeasurementSource measurements,
        EvidenceGuide evidence,
        Delay delay,
        InstantSource clock,
        ZoneId zone) {}
