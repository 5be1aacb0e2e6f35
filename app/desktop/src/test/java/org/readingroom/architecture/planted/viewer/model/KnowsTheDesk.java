package org.readingroom.architecture.planted.viewer.model;

import org.readingroom.architecture.Breaks;
import org.readingroom.architecture.planted.desktop.fx.Toolkit;

@Breaks("viewer-core leans on nothing but assets")
record KnowsTheDesk(Toolkit desk) {}
