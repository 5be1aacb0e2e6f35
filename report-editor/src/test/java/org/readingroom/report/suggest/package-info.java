/// Tests of the contract of suggestions.
@org.jspecify.annotations.NullMarked
package org.readingroom.report.suggest;
