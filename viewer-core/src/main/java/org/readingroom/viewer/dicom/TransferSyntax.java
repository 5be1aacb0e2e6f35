package org.readingroom.viewer.dicom;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// How the bytes of a data set and of its pixels are written.
///
/// **Source:** DICOM PS3.5 annex A, PS3.6 annex A.
public enum TransferSyntax {
    IMPLICIT_LITTLE_ENDIAN("1.2.840.10008.1.2", "Implicit VR Little Endian"),
    EXPLICIT_LITTLE_ENDIAN("1.2.840.10008.1.2.1", "Explicit VR Little Endian"),
    DEFLATED_EXPLICIT_LITTLE_ENDIAN("1.2.840.10008.1.2.1.99", "Deflated Explicit VR Little Endian"),
    EXPLICIT_BIG_ENDIAN("1.2.840.10008.1.2.2", "Explicit VR Big Endian"),
    /// A maker's own: data set as implicit little endian, native pixels big endian.
    GE_PRIVATE_IMPLICIT("1.2.840.113619.5.2", "Implicit VR Big Endian DLX (G.E Private)"),
    ENCAPSULATED_UNCOMPRESSED("1.2.840.10008.1.2.1.98", "Encapsulated Uncompressed Explicit VR Little Endian"),
    DEFLATED_IMAGE_FRAME("1.2.840.10008.1.2.8.1", "Deflated Image Frame Compression"),
    RLE("1.2.840.10008.1.2.5", "RLE Lossless"),
    JPEG_BASELINE("1.2.840.10008.1.2.4.50", "JPEG Baseline (Process 1)"),
    JPEG_EXTENDED("1.2.840.10008.1.2.4.51", "JPEG Extended (Process 2 and 4)"),
    /// Retired, as is full progression; both are found in old archives.
    JPEG_SPECTRAL_SELECTION("1.2.840.10008.1.2.4.53", "JPEG Spectral Selection, Non-Hierarchical (Process 6 and 8)"),
    JPEG_FULL_PROGRESSION("1.2.840.10008.1.2.4.55", "JPEG Full Progression, Non-Hierarchical (Process 10 and 12)"),
    JPEG_LOSSLESS("1.2.840.10008.1.2.4.57", "JPEG Lossless (Process 14)"),
    JPEG_LOSSLESS_SV1("1.2.840.10008.1.2.4.70", "JPEG Lossless (Process 14, Selection Value 1)"),
    JPEG_LS_LOSSLESS("1.2.840.10008.1.2.4.80", "JPEG-LS Lossless"),
    JPEG_LS_NEAR_LOSSLESS("1.2.840.10008.1.2.4.81", "JPEG-LS Near-Lossless"),
    JPEG_2000_LOSSLESS("1.2.840.10008.1.2.4.90", "JPEG 2000 Lossless"),
    JPEG_2000("1.2.840.10008.1.2.4.91", "JPEG 2000"),
    JPEG_2000_PART_2_LOSSLESS("1.2.840.10008.1.2.4.92", "JPEG 2000 Part 2 Multi-component Lossless"),
    JPEG_2000_PART_2("1.2.840.10008.1.2.4.93", "JPEG 2000 Part 2 Multi-component"),
    MPEG2_MAIN("1.2.840.10008.1.2.4.100", "MPEG2 Main Profile / Main Level"),
    MPEG2_MAIN_FRAGMENTABLE("1.2.840.10008.1.2.4.100.1", "Fragmentable MPEG2 Main Profile / Main Level"),
    MPEG2_HIGH("1.2.840.10008.1.2.4.101", "MPEG2 Main Profile / High Level"),
    MPEG2_HIGH_FRAGMENTABLE("1.2.840.10008.1.2.4.101.1", "Fragmentable MPEG2 Main Profile / High Level"),
    MPEG4_4_1("1.2.840.10008.1.2.4.102", "MPEG-4 AVC/H.264 High Profile / Level 4.1"),
    MPEG4_4_1_FRAGMENTABLE("1.2.840.10008.1.2.4.102.1", "Fragmentable MPEG-4 AVC/H.264 High Profile / Level 4.1"),
    MPEG4_4_1_BD("1.2.840.10008.1.2.4.103", "MPEG-4 AVC/H.264 BD-compatible High Profile / Level 4.1"),
    MPEG4_4_1_BD_FRAGMENTABLE(
            "1.2.840.10008.1.2.4.103.1", "Fragmentable MPEG-4 AVC/H.264 BD-compatible High Profile / Level 4.1"),
    MPEG4_4_2_2D("1.2.840.10008.1.2.4.104", "MPEG-4 AVC/H.264 High Profile / Level 4.2 for 2D Video"),
    MPEG4_4_2_3D("1.2.840.10008.1.2.4.105", "MPEG-4 AVC/H.264 High Profile / Level 4.2 for 3D Video"),
    MPEG4_4_2_STEREO("1.2.840.10008.1.2.4.106", "MPEG-4 AVC/H.264 Stereo High Profile / Level 4.2"),
    HEVC_MAIN("1.2.840.10008.1.2.4.107", "HEVC/H.265 Main Profile / Level 5.1"),
    HEVC_MAIN_10("1.2.840.10008.1.2.4.108", "HEVC/H.265 Main 10 Profile / Level 5.1"),
    JPEG_XL_LOSSLESS("1.2.840.10008.1.2.4.110", "JPEG XL Lossless"),
    JPEG_XL_RECOMPRESSION("1.2.840.10008.1.2.4.111", "JPEG XL JPEG Recompression"),
    JPEG_XL("1.2.840.10008.1.2.4.112", "JPEG XL"),
    HTJ2K_LOSSLESS("1.2.840.10008.1.2.4.201", "High-Throughput JPEG 2000 Lossless"),
    HTJ2K_LOSSLESS_RPCL("1.2.840.10008.1.2.4.202", "High-Throughput JPEG 2000 with RPCL Lossless"),
    HTJ2K("1.2.840.10008.1.2.4.203", "High-Throughput JPEG 2000"),
    /// Named by the file and not in this list; read as explicit little endian, its pixels not decoded.
    UNKNOWN("", "unknown transfer syntax");

    private static final Map<String, TransferSyntax> BY_UID = Arrays.stream(values())
            .filter(syntax -> syntax != UNKNOWN)
            .collect(Collectors.toUnmodifiableMap(TransferSyntax::uid, Function.identity()));

    private final String uid;
    private final String standardName;

    TransferSyntax(String uid, String standardName) {
        this.uid = uid;
        this.standardName = standardName;
    }

    public static Optional<TransferSyntax> of(String uid) {
        return Optional.ofNullable(BY_UID.get(uid));
    }

    public String uid() {
        return uid;
    }

    /// The name as PS3.6 gives it; the same in every language.
    public String standardName() {
        return standardName;
    }

    public boolean isExplicit() {
        return this != IMPLICIT_LITTLE_ENDIAN && this != GE_PRIVATE_IMPLICIT;
    }

    /// Whether the data set is big endian.
    public boolean isBigEndian() {
        return this == EXPLICIT_BIG_ENDIAN;
    }

    /// Whether the whole data set is deflated.
    public boolean isDeflated() {
        return this == DEFLATED_EXPLICIT_LITTLE_ENDIAN;
    }

    /// Whether pixels come in fragments.
    public boolean isEncapsulated() {
        return switch (this) {
            case IMPLICIT_LITTLE_ENDIAN,
                    EXPLICIT_LITTLE_ENDIAN,
                    DEFLATED_EXPLICIT_LITTLE_ENDIAN,
                    EXPLICIT_BIG_ENDIAN,
                    GE_PRIVATE_IMPLICIT,
                    UNKNOWN -> false;
            default -> true;
        };
    }

    /// Whether all frames are one stream, of which none can be decoded alone.
    public boolean isVideo() {
        return switch (this) {
            case MPEG2_MAIN,
                    MPEG2_MAIN_FRAGMENTABLE,
                    MPEG2_HIGH,
                    MPEG2_HIGH_FRAGMENTABLE,
                    MPEG4_4_1,
                    MPEG4_4_1_FRAGMENTABLE,
                    MPEG4_4_1_BD,
                    MPEG4_4_1_BD_FRAGMENTABLE,
                    MPEG4_4_2_2D,
                    MPEG4_4_2_3D,
                    MPEG4_4_2_STEREO,
                    HEVC_MAIN,
                    HEVC_MAIN_10 -> true;
            default -> false;
        };
    }
}
