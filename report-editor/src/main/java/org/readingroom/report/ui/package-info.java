/// View models and views of the report editor, and the ports through which they reach the rest of
/// the program.
@NullMarked
package org.readingroom.report.ui;

import org.jspecify.annotations.NullMarked;
