package org.readingroom.architecture.planted.desktop.plugin;

import org.readingroom.architecture.Breaks;
import org.readingroom.architecture.planted.plugin.one.One;

@Breaks("the desktop loads plug-ins and names none")
record NamesOne(One one) {}
