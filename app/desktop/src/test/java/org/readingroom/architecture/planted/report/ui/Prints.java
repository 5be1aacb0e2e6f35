package org.readingroom.architecture.planted.report.ui;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.readingroom.architecture.Breaks;

@Breaks("PDFBox writes in report.pdf and draws in desktop.out")
record Prints(PDDocument document) {}
