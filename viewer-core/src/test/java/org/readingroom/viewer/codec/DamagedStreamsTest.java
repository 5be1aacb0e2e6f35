package org.readingroom.viewer.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.readingroom.viewer.dicom.ByteSlice;
import org.readingroom.viewer.dicom.DicomFile;
import org.readingroom.viewer.dicom.DicomReader;
import org.readingroom.viewer.dicom.PixelData;
import org.readingroom.viewer.testing.SharedData;

/// Real code streams, damaged on purpose; the seed is fixed and each mutant is named by its number.
final class DamagedStreamsTest {
    private static final int MUTANTS = 150;
    private static final int HEADER_BYTES = 200;

    // [utest->req~codec.bounded~1]
    @ParameterizedTest
    @ValueSource(
            strings = {
                "codec/misc/MR_small_RLE.dcm",
                "codec/misc/SC_rgb_rle_16bit.dcm",
                "codec/misc/MR_small_jpeg_ls_lossless.dcm",
                "codec/misc/JLSL_RGB_ILV1.dcm",
                "codec/misc/JLSL_RGB_ILV2.dcm",
                "codec/misc/SC_rgb_jls_lossy_line.dcm",
                "codec/misc/SC_rgb_dcmtk_ebcys4.dcm",
                "codec/misc/SC_jpeg_no_color_transform.dcm",
                "modality/sc-rgb-3x3-jpeg.dcm",
                "codec/misc/JPGExtended.dcm",
                "codec/misc/SC_rgb_jpeg_gdcm.dcm",
                "codec/misc/JPGLosslessP14SV1_1s_1f_8b.dcm",
                "modality/seg-liver-deflatedframe.dcm",
                "codec/misc/MR_small_jp2klossless.dcm",
                "codec/misc/693_J2KI.dcm",
                "codec/misc/SC_rgb_gdcm_KY.dcm",
                "codec/misc/GDCMJ2K_TextGBR.dcm",
                "codec/nema/NM1_HTJ2K202.dcm",
                "codec/misc/HTJ2K_08_RGB.dcm"
            })
    @Timeout(value = 120, unit = TimeUnit.SECONDS)
    void damageEndsInARefusalWithoutHangingOrEatingMemory(String path) throws Exception {
        DicomFile file = DicomReader.read(SharedData.path(path));
        PixelFormat format = FrameReader.of(file).format();
        FrameDecoder decoder = FrameDecoders.decoderFor(file.transferSyntax());
        byte[] whole = firstFrame(file, FrameReader.of(file).frames());
        decoder.decode(whole, format);
        long allowed = 16 * format.frameBytes() + 4L * whole.length + (4 << 20);
        Random random = new Random(20261122);
        for (int mutant = 0; mutant < MUTANTS; mutant++) {
            byte[] damaged = damaged(whole, random, mutant);
            String name = path + " mutant " + mutant;
            long before = allocated();
            long start = System.nanoTime();
            try {
                StoredPixels pixels = decoder.decode(damaged, format);
                assertEquals(format.frameBytes(), pixels.bytes().length, name);
            } catch (CodecException expected) {
                assertTrue(expected.messageKey().startsWith("viewer.codec."), name);
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
                throw new AssertionError(name, e);
            }
            assertTrue(System.nanoTime() - start < 10e9, name + " is slow");
            assertTrue(allocated() - before < allowed, name + " allocates " + (allocated() - before));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "codec/nema/CT1_JLSL.dcm",
                "codec/nema/CT1_JPLL.dcm",
                "codec/nema/CT1_RLE.dcm",
                "codec/ct-ge/ctimage_J51.dcm",
                "codec/misc/MR_small_jp2klossless.dcm",
                "codec/nema/CT1_HTJ2K202.dcm"
            })
    void anInterruptedDecoderStops(String path) throws Exception {
        FrameReader reader = FrameReader.of(DicomReader.read(SharedData.path(path)));
        Thread.currentThread().interrupt();
        try {
            CodecException stopped = assertThrows(CodecException.class, () -> reader.frame(0));
            assertEquals("viewer.codec.interrupted", stopped.messageKey());
        } finally {
            assertTrue(Thread.interrupted(), "the flag stays for the caller");
        }
    }

    // [utest->req~codec.header-agrees~1]
    @ParameterizedTest
    @ValueSource(
            strings = {
                "codec/misc/MR_small_jpeg_ls_lossless.dcm",
                "codec/misc/JPGLosslessP14SV1_1s_1f_8b.dcm",
                "codec/misc/JPGExtended.dcm",
                "codec/misc/MR_small_RLE.dcm",
                "codec/misc/MR_small_jp2klossless.dcm",
                "codec/nema/CT1_HTJ2K202.dcm"
            })
    void aHeaderThatTellsOfAnotherPictureIsRefused(String path) throws Exception {
        DicomFile file = DicomReader.read(SharedData.path(path));
        PixelFormat right = FrameReader.of(file).format();
        FrameDecoder decoder = FrameDecoders.decoderFor(file.transferSyntax());
        byte[] frame = firstFrame(file, 1);
        PixelFormat colour =
                new PixelFormat(right.rows(), right.columns(), 3, right.bitsAllocated(), 8, 7, false, "RGB", 0);
        CodecException refused = assertThrows(CodecException.class, () -> decoder.decode(frame, colour));
        assertEquals("viewer.codec.mismatch", refused.messageKey());
        PixelFormat vast = new PixelFormat(65535, 65535, 1, right.bitsAllocated(), 8, 7, false, "MONOCHROME2", 0);
        assertThrows(CodecException.class, () -> decoder.decode(frame, vast));
    }

    @Test
    void aBlankGiganticFrameFromAFewBytesIsRefusedBeforeItIsAllocated() throws Exception {
        PixelFormat vast = new PixelFormat(30000, 30000, 1, 8, 8, 7, false, "MONOCHROME2", 0);
        long before = allocated();
        assertThrows(CodecException.class, () -> CodecLimits.requirePlausible(1000, vast));
        assertTrue(allocated() - before < 1 << 20);
    }

    private static byte[] firstFrame(DicomFile file, int frames) throws CodecException {
        PixelData.Encapsulated data = (PixelData.Encapsulated) file.pixelData().orElseThrow();
        byte[] joined = new byte[0];
        for (ByteSlice fragment : FragmentIndex.of(data, frames).fragments(0)) {
            byte[] next = fragment.toArray();
            joined = Arrays.copyOf(joined, joined.length + next.length);
            System.arraycopy(next, 0, joined, joined.length - next.length, next.length);
        }
        return joined;
    }

    private static byte[] damaged(byte[] whole, Random random, int mutant) {
        byte[] damaged = whole.clone();
        if (mutant % 5 == 0) {
            return Arrays.copyOf(damaged, random.nextInt(damaged.length));
        }
        int reach = mutant % 2 == 0 ? Math.min(HEADER_BYTES, damaged.length) : damaged.length;
        for (int flips = 1 + random.nextInt(8); flips > 0; flips--) {
            damaged[random.nextInt(reach)] ^= (byte) (1 << random.nextInt(8));
        }
        return damaged;
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
