package org.readingroom.architecture.planted.viewer.render;

/// Used by breaches elsewhere.
public final class Renderer {}
