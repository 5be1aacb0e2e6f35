package org.readingroom.architecture.planted.services.cache;

import java.sql.Statement;
import org.readingroom.architecture.Breaks;

@Breaks("SQL lives in the store")
record HoldsAStatement(Statement statement) {}
