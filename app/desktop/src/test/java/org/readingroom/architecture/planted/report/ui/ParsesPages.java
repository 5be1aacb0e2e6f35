package org.readingroom.architecture.planted.report.ui;

import org.jsoup.nodes.Document;
import org.readingroom.architecture.Breaks;

@Breaks("jsoup lives in report.template")
record ParsesPages(Document page) {}
