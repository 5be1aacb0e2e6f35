package org.readingroom.viewer.codec;

/// Colour-by-plane to colour-by-pixel.
///
/// **Source:** DICOM PS3.3 section C.7.6.3.1.3.
final class Interleaving {
    private Interleaving() {}

    /// A new array in which the samples of a pixel lie together; `bytes` holds plane after plane.
    static byte[] ofPlanes(byte[] bytes, int samples, int sampleBytes) {
        int pixels = bytes.length / samples / sampleBytes;
        byte[] interleaved = new byte[bytes.length];
        for (int sample = 0; sample < samples; sample++) {
            int from = sample * pixels * sampleBytes;
            int to = sample * sampleBytes;
            for (int i = 0; i < pixels; i++, to += samples * sampleBytes) {
                for (int k = 0; k < sampleBytes; k++) {
                    interleaved[to + k] = bytes[from++];
                }
            }
        }
        return interleaved;
    }
}
