package org.readingroom.architecture.planted.report.text;

import org.readingroom.architecture.Breaks;
import org.readingroom.architecture.planted.viewer.render.Renderer;

@Breaks("report-editor knows no renderer, no DICOM and no app")
record Draws(Renderer renderer) {}
