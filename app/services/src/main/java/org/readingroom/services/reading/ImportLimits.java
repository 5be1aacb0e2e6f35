package org.readingroom.services.reading;

/// How much an import may take in at once, so that no file can fill the memory or the disk by what it claims.
///
/// `inflation` is how many times its compressed size an archive may grow to, beyond `inflationFree` bytes.
record ImportLimits(long instanceBytes, int inflation, long inflationFree) {
    /// Chosen: Deflate cannot exceed 1032:1, an empty 16-bit picture comes near that, a real study stays below 20:1.
    static final ImportLimits DEFAULT = new ImportLimits(
            Math.min(Integer.MAX_VALUE - 16L, Runtime.getRuntime().maxMemory() / 3), 100, 64L << 20);

    long archiveBytes(long compressedBytes) {
        return inflationFree + inflation * compressedBytes;
    }
}
