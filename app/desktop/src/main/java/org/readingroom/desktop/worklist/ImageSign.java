package org.readingroom.desktop.worklist;

/// What the list says of images that stop their report: in short, how loud, and in full.
public record ImageSign(String text, String tone, String tip) {}
