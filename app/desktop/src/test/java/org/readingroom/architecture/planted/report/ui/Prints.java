package org.readingroom.architecture.planted.report.ui;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.readingroom.architecture.Breaks;

@Breaks("PDFBox writes in report.pdf, draws in desktop.out and prints in desktop.film")
record Prints(PDDocument document) {}
