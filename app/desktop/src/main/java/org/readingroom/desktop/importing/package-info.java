/// Bringing files in: choice, drag and drop, progress, the account of what was skipped.
@NullMarked
package org.readingroom.desktop.importing;

import org.jspecify.annotations.NullMarked;
