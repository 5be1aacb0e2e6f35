/// The command line, run in this process and as a process of its own.
@NullMarked
package org.readingroom.desktop.cli;

import org.jspecify.annotations.NullMarked;
