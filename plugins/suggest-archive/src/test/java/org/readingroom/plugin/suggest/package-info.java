/// Tests of the suggestions from the archive.
@org.jspecify.annotations.NullMarked
package org.readingroom.plugin.suggest;
