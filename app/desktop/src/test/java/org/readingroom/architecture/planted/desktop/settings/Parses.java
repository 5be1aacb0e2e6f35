package org.readingroom.architecture.planted.desktop.settings;

import org.readingroom.architecture.Breaks;
import picocli.CommandLine;

@Breaks("picocli lives in the command line")
record Parses(CommandLine line) {}
