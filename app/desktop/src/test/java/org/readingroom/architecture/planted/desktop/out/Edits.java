package org.readingroom.architecture.planted.desktop.out;

import org.fxmisc.richtext.StyleClassedTextArea;
import org.readingroom.architecture.Breaks;

@Breaks("RichTextFX lives in report.ui")
record Edits(StyleClassedTextArea area) {}
