/// Tests of the register of suggestions used.
@org.jspecify.annotations.NullMarked
package org.readingroom.report.register;
