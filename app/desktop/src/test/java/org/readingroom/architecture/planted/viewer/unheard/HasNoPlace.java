package org.readingroom.architecture.planted.viewer.unheard;

import org.readingroom.architecture.Breaks;

@Breaks("a package uses only those named before it")
final class HasNoPlace {}
