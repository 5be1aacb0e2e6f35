/// Reports made by code for tests; every person in them is invented.
@NullMarked
package org.readingroom.report.testing;

import org.jspecify.annotations.NullMarked;
