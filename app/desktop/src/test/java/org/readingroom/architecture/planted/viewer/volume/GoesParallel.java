package org.readingroom.architecture.planted.viewer.volume;

import java.util.stream.IntStream;
import org.readingroom.architecture.Breaks;

@Breaks("only the processor renderer goes parallel")
final class GoesParallel {
    int sum() {
        return IntStream.range(0, 9).parallel().sum();
    }
}
