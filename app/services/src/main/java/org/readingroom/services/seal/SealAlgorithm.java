package org.readingroom.services.seal;

/// The ciphers a sealed value may name in its header.
///
/// SM4-GCM has its number so that policy may choose it later (clause G3); until a provider is wired, values
/// that name it are refused in words rather than misread.
///
/// **Source:** NIST SP 800-38D (GCM); GB/T 32907-2016 (SM4).
public enum SealAlgorithm {
    AES_256_GCM(1, "AES/GCM/NoPadding", "AES", 32);

    private final int id;
    private final String transformation;
    private final String keyName;
    private final int keyBytes;

    SealAlgorithm(int id, String transformation, String keyName, int keyBytes) {
        this.id = id;
        this.transformation = transformation;
        this.keyName = keyName;
        this.keyBytes = keyBytes;
    }

    int id() {
        return id;
    }

    String transformation() {
        return transformation;
    }

    String keyName() {
        return keyName;
    }

    int keyBytes() {
        return keyBytes;
    }

    static SealAlgorithm ofId(int id) throws SealBrokenException {
        for (SealAlgorithm algorithm : values()) {
            if (algorithm.id == id) {
                return algorithm;
            }
        }
        throw new SealBrokenException("sealed with algorithm " + id + ", which this program does not have", null);
    }
}
