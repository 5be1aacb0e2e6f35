package org.readingroom.viewer.dicom;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What dciodvfy, a judge of another house, holds against an object.
public final class Dciodvfy {
    private Dciodvfy() {}

    public static List<String> errors(DataSet dataSet) throws IOException, InterruptedException {
        return errors(dataSet, Optional.empty());
    }

    public static List<String> errors(DataSet dataSet, Optional<PixelData> pixels)
            throws IOException, InterruptedException {
        Path file = Files.createTempFile("written", ".dcm");
        try {
            try (OutputStream out = Files.newOutputStream(file)) {
                DicomWriter.write(out, dataSet, TransferSyntax.EXPLICIT_LITTLE_ENDIAN, pixels);
            }
            return errors(file);
        } finally {
            Files.delete(file);
        }
    }

    public static List<String> errors(Path file) throws IOException, InterruptedException {
        return Tools.output("dciodvfy", "-new", file.toString())
                .lines()
                .filter(line -> line.startsWith("Error"))
                .toList();
    }
}
