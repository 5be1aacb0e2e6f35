package org.readingroom.architecture.planted.desktop.worklist;

import java.sql.ResultSet;
import org.readingroom.architecture.Breaks;

@Breaks("the desktop has no SQL and no HTTP")
record HasAResultSet(ResultSet rows) {}
