package org.readingroom.architecture.planted.report.text;

import org.readingroom.architecture.planted.report.model.Ring;

/// The other half of the ring.
public record RingToo(Ring next) {}
