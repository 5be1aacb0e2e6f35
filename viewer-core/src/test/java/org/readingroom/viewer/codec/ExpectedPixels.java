package org.readingroom.viewer.codec;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.readingroom.viewer.testing.SharedData;

/// Digests of decoded pixels that other programs agreed on; the source of each stands in the table itself.
record ExpectedPixels(String path, String transferSyntax, String sha256, boolean lossless, String photometric) {

    static List<ExpectedPixels> all() throws IOException {
        return Files.readAllLines(SharedData.path("expected-pixels.tsv")).stream()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .filter(cells -> cells[8].length() == 64)
                .map(cells -> new ExpectedPixels(cells[0], cells[1], cells[8], cells[11].equals("lossless"), cells[7]))
                .toList();
    }
}
