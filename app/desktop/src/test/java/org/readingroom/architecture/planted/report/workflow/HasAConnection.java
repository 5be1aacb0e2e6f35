package org.readingroom.architecture.planted.report.workflow;

import java.sql.Connection;
import org.readingroom.architecture.Breaks;

@Breaks("report-editor has no SQL and no HTTP")
record HasAConnection(Connection connection) {}
