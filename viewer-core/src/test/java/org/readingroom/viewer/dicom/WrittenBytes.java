package org.readingroom.viewer.dicom;

/// Bytes as programs write them, put together by hand.
abstract class WrittenBytes {
    static final String EXPLICIT = "1.2.840.10008.1.2.1";

    static Bytes explicit() {
        return Bytes.part10(EXPLICIT).explicit(0x00080060, "CS", "CT");
    }
}
