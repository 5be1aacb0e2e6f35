/// The command line: one class per command over picocli, without a window. Standard output carries results
/// only; faults are one line on standard error in the person's language, without patient data.
/// First class to read: [CommandLineProgram].
@NullMarked
package org.readingroom.desktop.cli;

import org.jspecify.annotations.NullMarked;
