package org.readingroom.architecture.planted.viewer.volume;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.readingroom.architecture.Breaks;

@Breaks("only viewer.task makes threads")
final class HasAPool {
    ExecutorService pool() {
        return Executors.newCachedThreadPool();
    }
}
