/// SQLite databases and instance files: migrations, tables, transactions. The only package that speaks SQL;
/// what leaves it is sealed values and identifiers. First class to read: `StudyStore`.
@NullMarked
package org.readingroom.services.store;

import org.jspecify.annotations.NullMarked;
