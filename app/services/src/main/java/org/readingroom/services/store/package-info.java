/// SQLite: migrations and repositories.
@NullMarked
package org.readingroom.services.store;

import org.jspecify.annotations.NullMarked;
