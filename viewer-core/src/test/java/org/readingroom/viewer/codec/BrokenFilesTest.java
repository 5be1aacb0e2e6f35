package org.readingroom.viewer.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.readingroom.assets.Messages;
import org.readingroom.viewer.dicom.DicomFile;
import org.readingroom.viewer.dicom.DicomReader;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.testing.SharedData;

final class BrokenFilesTest {
    private static final long ALLOWED_BYTES = 200L << 20;

    // [utest->req~codec.bounded~1]
    @Test
    @Timeout(value = 120, unit = TimeUnit.SECONDS)
    void everyBrokenFileGivesFramesOrARefusal() throws Exception {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(SharedData.path("broken"))) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            long before = allocated();
            long start = System.nanoTime();
            try {
                FrameReader reader = FrameReader.of(DicomReader.read(file));
                for (int i = 0; i < Math.min(reader.frames(), 20); i++) {
                    reader.frame(i);
                }
            } catch (WorkstationException expected) {
                assertTrue(expected.messageKey().startsWith("viewer."), file.toString());
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
                throw new AssertionError(file.toString(), e);
            }
            assertTrue(allocated() - before < ALLOWED_BYTES, file + " allocates " + (allocated() - before));
            assertTrue(System.nanoTime() - start < 20e9, file + " is slow");
        }
    }

    // [utest->req~codec.refusal~1]
    @Test
    void anUnknownTransferSyntaxIsRefusedByName() throws Exception {
        DicomFile file = DicomReader.read(SharedData.path("broken/made/ts-unknown-uid.dcm"));
        CodecException refused = assertThrows(CodecException.class, () -> FrameReader.of(file));
        assertEquals("viewer.codec.unsupported", refused.messageKey());
        String name = refused.messageArguments().getFirst().toString();
        assertTrue(name.startsWith("Transfer Syntax 1."), name);
    }

    @Test
    void everyRefusalHasItsWordsInBothLanguages() {
        for (String key : new String[] {
            "attribute-impossible",
            "attribute-missing",
            "corrupt",
            "frame-boundaries",
            "frames-impossible",
            "implausible-size",
            "interrupted",
            "mismatch",
            "no-pixels",
            "photometric-unknown",
            "too-large",
            "truncated",
            "unsupported",
            "video-process",
            "video-stalled",
            "video-unavailable"
        }) {
            for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.CHINESE}) {
                String words = Messages.of(locale).get("viewer.codec." + key, "A", "B");
                assertFalse(words.contains("viewer.codec"), words);
            }
        }
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
