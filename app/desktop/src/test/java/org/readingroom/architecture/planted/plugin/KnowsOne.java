package org.readingroom.architecture.planted.plugin;

import org.readingroom.architecture.Breaks;
import org.readingroom.architecture.planted.plugin.one.One;

@Breaks("the plug-in contract knows no plug-in")
record KnowsOne(One one) {}
