package org.readingroom.architecture.planted.plugin;

import org.readingroom.architecture.Breaks;
import org.readingroom.architecture.planted.services.store.Store;

@Breaks("the plug-in contract knows no app")
record KnowsTheStore(Store store) {}
