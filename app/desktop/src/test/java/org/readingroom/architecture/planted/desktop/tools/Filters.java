package org.readingroom.architecture.planted.desktop.tools;

import ij.process.ImageProcessor;
import org.readingroom.architecture.Breaks;

@Breaks("ImageJ lives in its plug-in")
record Filters(ImageProcessor processor) {}
