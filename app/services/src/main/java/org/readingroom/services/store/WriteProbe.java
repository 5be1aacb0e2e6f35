package org.readingroom.services.store;

/// Told before and after every step that changes the disk, so that tests can stop the process there.
@FunctionalInterface
public interface WriteProbe {
    WriteProbe NONE = step -> {};

    /// `step` says what is about to happen or just did, such as `commit` or `file.rename done`.
    void at(String step);
}
