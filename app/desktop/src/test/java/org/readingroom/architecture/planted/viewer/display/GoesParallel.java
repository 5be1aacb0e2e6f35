package org.readingroom.architecture.planted.viewer.display;

import java.util.stream.IntStream;
import org.readingroom.architecture.Breaks;

@Breaks("only renderer, volume and synthetic studies go parallel")
final class GoesParallel {
    int sum() {
        return IntStream.range(0, 9).parallel().sum();
    }
}
