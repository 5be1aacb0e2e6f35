package org.readingroom.viewer.codec;

/// The decoded stored values of one frame, before the modality LUT.
///
/// **Shape:** `rows × columns × samplesPerPixel`, row-major, samples interleaved; one-bit pixels are packed, the
/// first in the lowest bit.
/// **Order:** little endian, `bitsAllocated` per sample; bits above the stored ones as the decoder left them, so
/// read samples through [StoredValues].
/// **Owner:** `bytes` is shared and never written after construction.
///
/// `format` tells the layout of `bytes`, which differs from the header's where decoding changed it: planar
/// configuration is always 0, and the photometric interpretation is that of the decoded samples.
public record StoredPixels(PixelFormat format, byte[] bytes) {}
