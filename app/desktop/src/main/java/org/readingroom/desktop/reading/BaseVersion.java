package org.readingroom.desktop.reading;

/// How many signed versions the open report goes on from; it grows by one with each signature made here.
///
/// **Thread:** FX.
final class BaseVersion {
    private int version;

    BaseVersion(int version) {
        this.version = version;
    }

    int get() {
        return version;
    }

    void signed(int newVersion) {
        version = newVersion;
    }
}
