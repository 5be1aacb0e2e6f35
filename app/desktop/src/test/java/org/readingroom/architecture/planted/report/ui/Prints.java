package org.readingroom.architecture.planted.report.ui;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.readingroom.architecture.Breaks;

@Breaks("PDFBox lives in report.pdf")
record Prints(PDDocument document) {}
