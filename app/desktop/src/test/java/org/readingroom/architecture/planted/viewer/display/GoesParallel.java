package org.readingroom.architecture.planted.viewer.display;

import java.util.stream.IntStream;
import org.readingroom.architecture.Breaks;

@Breaks("only renderer and volume go parallel")
final class GoesParallel {
    int sum() {
        return IntStream.range(0, 9).parallel().sum();
    }
}
