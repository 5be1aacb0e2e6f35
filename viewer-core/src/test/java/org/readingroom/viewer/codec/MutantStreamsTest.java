package org.readingroom.viewer.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.readingroom.viewer.dicom.ByteSlice;
import org.readingroom.viewer.dicom.DicomFile;
import org.readingroom.viewer.dicom.DicomReader;
import org.readingroom.viewer.dicom.PixelData;
import org.readingroom.viewer.dicom.TransferSyntax;
import org.readingroom.viewer.testing.SharedData;

/// One frame of every compressed file, damaged on purpose. Each mutant is named by its number, which is all
/// it takes to make it again.
///
/// **Truth:** a mutant ends in time and within memory, in a refusal or a whole frame. A stream that was only
/// cut short, or has bytes after its end, can be told by every code: it gives the picture of the whole stream
/// or none.
// [utest->req~codec.bounded~1]
// [utest->req~codec.honest~1]
final class MutantStreamsTest {
    private static final long SEED = 20261125;
    /// chosen: the golden ratio in 64 bits, so that neighbouring numbers give unlike mutants.
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private static final int HEADER_BYTES = 200;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    @Timeout(value = 300, unit = TimeUnit.SECONDS)
    void fiveHundredMutantsAreFramesOrRefusals() throws Exception {
        mutate(0, 500);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2500, 5000, 7500})
    @Tag("soak")
    void tenThousandMutantsAreFramesOrRefusals(int first) throws Exception {
        mutate(first, 2500);
    }

    private record Stream(String path, TransferSyntax syntax, PixelFormat format, byte[] bytes, byte[] pixels) {}

    private enum Damage {
        CUT,
        HEADER,
        ANYWHERE,
        DELETED,
        DOUBLED,
        APPENDED
    }

    private static void mutate(int first, int mutants) throws Exception {
        List<Stream> streams = streams();
        assertTrue(streams.size() > 80, streams.size() + " streams");
        Map<String, Integer> outcomes = new TreeMap<>();
        for (int mutant = first; mutant < first + mutants; mutant++) {
            Random random = new Random(SEED ^ mutant * SPREAD);
            Stream stream = streams.get(mutant % streams.size());
            Damage damage = Damage.values()[random.nextInt(Damage.values().length)];
            byte[] damaged = damaged(stream.bytes(), damage, random);
            String name = "mutant " + mutant + ", " + damage + ", " + stream.path();
            String outcome = outcome(stream, damaged, damage, name);
            outcomes.merge(damage + " " + outcome, 1, Integer::sum);
        }
        System.out.println("mutants " + first + " to " + (first + mutants - 1) + ": " + outcomes);
        // Every kind of damage must have been noticed at least sometimes, else the mutants do not reach the decoders.
        for (Damage damage : List.of(Damage.CUT, Damage.HEADER, Damage.ANYWHERE, Damage.DELETED, Damage.DOUBLED)) {
            assertTrue(outcomes.containsKey(damage + " refused"), outcomes.toString());
        }
    }

    private static String outcome(Stream stream, byte[] damaged, Damage damage, String name) throws Exception {
        FrameDecoder decoder = FrameDecoders.decoderFor(stream.syntax());
        long allowed = 24 * stream.format().frameBytes() + 8L * damaged.length + (8 << 20);
        long before = THREADS.getCurrentThreadAllocatedBytes();
        long start = THREADS.getCurrentThreadCpuTime();
        String outcome;
        try {
            StoredPixels pixels = decoder.decode(damaged, stream.format());
            assertEquals(stream.pixels().length, pixels.bytes().length, name);
            if (damage == Damage.CUT || damage == Damage.APPENDED) {
                assertArrayEquals(stream.pixels(), pixels.bytes(), name);
            }
            outcome = Arrays.equals(stream.pixels(), pixels.bytes()) ? "harmless" : "not noticed";
        } catch (CodecException expected) {
            assertTrue(expected.messageKey().startsWith("viewer.codec."), name);
            outcome = "refused";
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw new AssertionError(name, e);
        }
        assertTrue(THREADS.getCurrentThreadCpuTime() - start < 10e9, name + " is slow");
        long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
        assertTrue(allocated < allowed, name + " allocates " + allocated);
        return outcome;
    }

    private static byte[] damaged(byte[] whole, Damage damage, Random random) {
        byte[] damaged = whole.clone();
        int at = random.nextInt(damaged.length);
        int count = 1 + random.nextInt(8);
        int end = Math.min(damaged.length, at + count);
        return switch (damage) {
            case CUT -> Arrays.copyOf(damaged, at);
            case HEADER -> flipped(damaged, Math.min(HEADER_BYTES, damaged.length), count, random);
            case ANYWHERE -> flipped(damaged, damaged.length, count, random);
            case DELETED -> joined(Arrays.copyOf(damaged, at), Arrays.copyOfRange(damaged, end, damaged.length));
            case DOUBLED -> joined(Arrays.copyOf(damaged, end), Arrays.copyOfRange(damaged, at, damaged.length));
            case APPENDED -> joined(damaged, new byte[2 * count]);
        };
    }

    private static byte[] flipped(byte[] damaged, int reach, int count, Random random) {
        for (int flip = 0; flip < count; flip++) {
            damaged[random.nextInt(reach)] ^= (byte) (1 << random.nextInt(8));
        }
        return damaged;
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] joined = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, joined, one.length, other.length);
        return joined;
    }

    /// The first frame of each compressed file that decodes; of long series a few files stand for all.
    private static List<Stream> streams() throws Exception {
        List<Stream> streams = new ArrayList<>();
        int ofSeries = 0;
        for (ExpectedPixels expected : ExpectedPixels.all()) {
            if (expected.path().startsWith("series/") && ofSeries++ > 3) {
                continue;
            }
            stream(expected.path(), streams);
        }
        return streams;
    }

    private static void stream(String path, List<Stream> streams) throws IOException {
        try {
            DicomFile file = DicomReader.read(SharedData.path(path));
            FrameReader reader = FrameReader.of(file);
            if (file.pixelData().orElseThrow() instanceof PixelData.Encapsulated data
                    && !file.transferSyntax().isVideo()) {
                byte[] bytes = new byte[0];
                for (ByteSlice fragment :
                        FragmentIndex.of(data, reader.frames()).fragments(0)) {
                    bytes = joined(bytes, fragment.toArray());
                }
                FrameDecoder decoder = FrameDecoders.decoderFor(file.transferSyntax());
                byte[] pixels = decoder.decode(bytes, reader.format()).bytes();
                streams.add(new Stream(path, file.transferSyntax(), reader.format(), bytes, pixels));
            }
        } catch (org.readingroom.viewer.model.WorkstationException e) {
            // What is refused whole cannot be damaged.
        }
    }
}
