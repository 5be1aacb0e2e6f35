package org.readingroom.architecture.planted.plugin.two;

import org.readingroom.architecture.Breaks;
import org.readingroom.architecture.planted.plugin.one.One;

@Breaks("plug-ins know each other not")
record KnowsAnother(One one) {}
