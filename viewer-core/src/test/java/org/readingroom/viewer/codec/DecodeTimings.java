package org.readingroom.viewer.codec;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.readingroom.viewer.dicom.DicomReader;

/// Prints milliseconds per frame for each file named: a main to run by hand, no test.
///
/// The figure is processor time of one thread, the median of all decodings in `SECONDS` after as long a warming.
final class DecodeTimings {
    private static final double SECONDS = 2;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private DecodeTimings() {}

    public static void main(String[] files) throws Exception {
        for (String name : files) {
            FrameReader reader = FrameReader.of(DicomReader.read(Path.of(name)));
            run(reader);
            double[] millis = run(reader);
            Arrays.sort(millis);
            PixelFormat format = reader.format();
            System.out.printf(
                    Locale.ROOT,
                    "%8.2f ms  %4d x %4d x %d, %2d bit  %s%n",
                    millis[millis.length / 2],
                    format.columns(),
                    format.rows(),
                    format.samplesPerPixel(),
                    format.bitsAllocated(),
                    Path.of(name).getFileName());
        }
    }

    private static double[] run(FrameReader reader) throws CodecException {
        double[] millis = new double[100_000];
        int count = 0;
        long end = System.nanoTime() + (long) (SECONDS * 1e9);
        while (System.nanoTime() < end && count < millis.length) {
            long start = THREADS.getCurrentThreadCpuTime();
            reader.frame(count % reader.frames());
            millis[count++] = (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
        }
        return Arrays.copyOf(millis, count);
    }
}
