package org.readingroom.viewer.codec.jpeg;

import org.jspecify.annotations.Nullable;

/// One component's part in a scan: its number in the frame and the Huffman tables it is coded with.
///
/// The AC table is absent in lossless scans.
record ScanComponent(int index, HuffmanTable dc, @Nullable HuffmanTable ac) {}
