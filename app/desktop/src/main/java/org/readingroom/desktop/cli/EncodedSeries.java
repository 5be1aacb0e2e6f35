package org.readingroom.desktop.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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
        for (Map.Entry<String, List<String>> encoder : ENCODERS.entrySet()) {
            Path folder = Files.createDirectories(target.resolve(encoder.getKey()));
            for (int i = 0; i < files.size(); i++) {
                if (!encode(encoder.getValue(), files.get(i), folder.resolve(i + ".dcm"))) {
                    break;
                }
            }
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
