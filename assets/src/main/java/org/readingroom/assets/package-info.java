/// Messages, stylesheets, colour tables, templates and rule files, with the little code that finds them.
@NullMarked
package org.readingroom.assets;

import org.jspecify.annotations.NullMarked;
