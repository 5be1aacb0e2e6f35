package org.readingroom.architecture.planted.services.store;

/// Used by breaches elsewhere.
public final class Store {}
