/// The window around the places: rail, patient bar, sheets, status line. Holds no domain rule.
@NullMarked
package org.readingroom.desktop.shell;

import org.jspecify.annotations.NullMarked;
