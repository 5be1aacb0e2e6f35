package org.readingroom.report.ui;

/// That not all images of the study are here: `here` of `total`. `total` is 0 while nobody knows how many there are.
public record MissingImages(int here, int total) {}
