package org.readingroom.report.model;

import java.util.List;
import java.util.stream.Stream;

/// Lists as a report keeps them: in order, each thing once.
final class Lists {
    private Lists() {}

    /// `first`, then what only `second` has.
    static <T> List<T> joined(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream().filter(each -> !first.contains(each)))
                .toList();
    }
}
