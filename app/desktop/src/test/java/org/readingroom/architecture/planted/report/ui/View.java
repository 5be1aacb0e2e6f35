package org.readingroom.architecture.planted.report.ui;

/// Used by breaches elsewhere.
public final class View {}
