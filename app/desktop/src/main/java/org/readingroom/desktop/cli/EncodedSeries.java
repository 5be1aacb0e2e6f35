package org.readingroom.desktop.cli;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.readingroom.viewer.codec.FrameReader;
import org.readingroom.viewer.dicom.ByteSlice;
import org.readingroom.viewer.dicom.DicomFile;
import org.readingroom.viewer.dicom.DicomWriter;
import org.readingroom.viewer.dicom.PixelData;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.TransferSyntax;
import org.readingroom.viewer.dicom.Vr;
import org.readingroom.viewer.model.WorkstationException;

/// A series in as many transfer syntaxes as this machine has encoders for: DCMTK's and GDCM's programs.
final class EncodedSeries {
    /// Chosen: enough that the frames differ, few enough that encoding takes seconds.
    private static final int FILES = 20;

    private static final Map<String, List<String>> ENCODERS = new LinkedHashMap<>();

    static {
        ENCODERS.put("rle", List.of("dcmcrle"));
        ENCODERS.put("jpeg-lossless", List.of("dcmcjpeg", "+e1"));
        ENCODERS.put("jpeg-12-bit", List.of("dcmcjpeg", "+ee", "+bt"));
        ENCODERS.put("jpeg-baseline", List.of("dcmcjpeg", "+eb"));
        ENCODERS.put("jpeg-ls", List.of("dcmcjpls"));
        ENCODERS.put("jpeg-2000", List.of("gdcmconv", "--j2k"));
    }

    private EncodedSeries() {}

    /// Encodes the first files of `series` into folders under `target`, one for each encoder found.
    static void make(Path series, Path target) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(series)) {
            files = walk.filter(Files::isRegularFile).sorted().limit(FILES).toList();
        }
        Path plain = Files.createDirectories(target.resolve("explicit-little-endian"));
        for (int i = 0; i < files.size(); i++) {
            uncompressed(files.get(i), plain.resolve(i + ".dcm"));
        }
        for (Map.Entry<String, List<String>> encoder : ENCODERS.entrySet()) {
            Path folder = Files.createDirectories(target.resolve(encoder.getKey()));
            for (int i = 0; i < files.size(); i++) {
                if (!encode(encoder.getValue(), plain.resolve(i + ".dcm"), folder.resolve(i + ".dcm"))) {
                    break;
                }
            }
        }
    }

    /// The encoders take no compressed files.
    private static void uncompressed(Path from, Path to) throws IOException {
        try (OutputStream out = Files.newOutputStream(to)) {
            DicomFile file = DicomPaths.read(from);
            byte[] bytes = FrameReader.of(file).frame(0).bytes();
            DicomWriter.write(
                    out,
                    file.dataSet(),
                    TransferSyntax.EXPLICIT_LITTLE_ENDIAN,
                    Optional.of(new PixelData.Native(Tag.PIXEL_DATA, Vr.OW, ByteSlice.of(bytes), bytes.length, false)));
        } catch (WorkstationException e) {
            // Not a picture of one frame this program reads: nothing to measure.
            Files.deleteIfExists(to);
        }
    }

    private static boolean encode(List<String> encoder, Path from, Path to) throws IOException {
        List<String> command = new ArrayList<>(encoder);
        command.add(from.toString());
        command.add(to.toString());
        try {
            return new ProcessBuilder(command)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while encoding", e);
        }
    }
}
