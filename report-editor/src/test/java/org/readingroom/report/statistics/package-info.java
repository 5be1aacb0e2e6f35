/// Tests of the figures of a department.
@org.jspecify.annotations.NullMarked
package org.readingroom.report.statistics;
