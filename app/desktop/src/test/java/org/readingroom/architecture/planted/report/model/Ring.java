package org.readingroom.architecture.planted.report.model;

import org.readingroom.architecture.Breaks;
import org.readingroom.architecture.planted.report.text.RingToo;

@Breaks("packages form no ring")
public record Ring(RingToo next) {}
