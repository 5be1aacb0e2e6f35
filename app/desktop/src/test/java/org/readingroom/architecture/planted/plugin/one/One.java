package org.readingroom.architecture.planted.plugin.one;

/// Used by breaches elsewhere.
public final class One {}
