package org.readingroom.architecture.planted.report.check;

import javafx.scene.control.Label;
import org.readingroom.architecture.Breaks;

@Breaks("report-editor shows windows in ui only")
record HasALabel(Label label) {}
