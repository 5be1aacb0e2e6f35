package org.readingroom.architecture.planted.report.template;

import com.ibm.icu.text.Transliterator;
import org.readingroom.architecture.Breaks;

@Breaks("ICU lives in services")
record Transliterates(Transliterator transliterator) {}
