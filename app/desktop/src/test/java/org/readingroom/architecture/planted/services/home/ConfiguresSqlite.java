package org.readingroom.architecture.planted.services.home;

import org.readingroom.architecture.Breaks;
import org.sqlite.SQLiteConfig;

@Breaks("SQLite lives in the store")
record ConfiguresSqlite(SQLiteConfig config) {}
