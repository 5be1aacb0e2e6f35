/// The list of studies: columns, filter as you type, preview.
@NullMarked
package org.readingroom.desktop.worklist;

import org.jspecify.annotations.NullMarked;
