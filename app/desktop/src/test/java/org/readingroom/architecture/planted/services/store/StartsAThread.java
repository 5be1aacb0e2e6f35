package org.readingroom.architecture.planted.services.store;

import org.readingroom.architecture.Breaks;

@Breaks("only viewer.task makes threads")
final class StartsAThread {
    void start() {
        Thread.ofVirtual().start(() -> {});
    }
}
