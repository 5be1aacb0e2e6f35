/// What the program can be told to do: commands with their names, keys and state, and the palette over them.
@NullMarked
package org.readingroom.desktop.command;

import org.jspecify.annotations.NullMarked;
