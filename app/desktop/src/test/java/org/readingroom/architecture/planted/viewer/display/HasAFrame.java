package org.readingroom.architecture.planted.viewer.display;

import java.awt.Frame;
import org.readingroom.architecture.Breaks;

@Breaks("viewer-core has no toolkit and no window")
record HasAFrame(Frame frame) {}
