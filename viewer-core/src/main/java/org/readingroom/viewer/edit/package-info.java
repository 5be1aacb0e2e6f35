/// Reversible edits, gestures and history, shared by annotations and reports.
@NullMarked
package org.readingroom.viewer.edit;

import org.jspecify.annotations.NullMarked;
