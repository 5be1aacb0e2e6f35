package org.readingroom.architecture.planted.desktop.fx;

/// Used by breaches elsewhere.
public final class Toolkit {}
