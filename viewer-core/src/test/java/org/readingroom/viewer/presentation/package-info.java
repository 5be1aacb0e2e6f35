/// Tests of presentation states.
@NullMarked
package org.readingroom.viewer.presentation;

import org.jspecify.annotations.NullMarked;
