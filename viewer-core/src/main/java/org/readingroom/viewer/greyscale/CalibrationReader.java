package org.readingroom.viewer.greyscale;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.readingroom.viewer.greyscale.DisplayCalibration.Measurement;
import org.readingroom.viewer.model.WorkstationException;

/// Reads the measured curve of a monitor from a text file.
///
/// One reading a line: driving level, then luminance in cd/m², between them a comma, semicolon, tab or blanks. A line
/// `max N` says that the levels run from 0 to N, 255 unless said; `amb X` the ambient light, 0 unless said. Lines of
/// other words and those after `#` are remarks. Monitor files of DCMTK can be read.
///
/// **Errors:** [WorkstationException] when the file is no such curve, naming the line where that can be said.
public final class CalibrationReader {
    /// chosen: a curve has 256 readings, remarks a few lines more.
    private static final int MOST_LINES = 10_000;

    private CalibrationReader() {}

    public static DisplayCalibration read(Path file) throws WorkstationException, IOException {
        List<Measurement> measured = new ArrayList<>();
        double most = DisplayCalibration.LEVELS - 1;
        double ambient = 0;
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (++number > MOST_LINES) {
                    throw refused(number);
                }
                String text = line.replaceFirst("#.*", "").strip().toLowerCase(Locale.ROOT);
                String[] words = text.split("[,;\\s]+");
                if (words.length < 2) {
                    continue;
                }
                if (words[0].equals("max")) {
                    most = number(words[1], number);
                } else if (words[0].equals("amb")) {
                    ambient = number(words[1], number);
                } else if (Character.isDigit(words[0].charAt(0))) {
                    measured.add(new Measurement(number(words[0], number), number(words[1], number)));
                }
            }
        } catch (MalformedInputException e) {
            throw new WorkstationException("viewer.calibration.no-curve", List.of(), "not UTF-8 text", e);
        }
        double scale = (DisplayCalibration.LEVELS - 1) / most;
        try {
            return new DisplayCalibration(
                    measured.stream()
                            .map(reading -> new Measurement(reading.drivingLevel() * scale, reading.luminance()))
                            .toList(),
                    ambient);
        } catch (IllegalArgumentException e) {
            throw new WorkstationException(
                    "viewer.calibration.no-curve", List.of(), measured.size() + " readings, no rising curve", e);
        }
    }

    private static double number(String word, int line) throws WorkstationException {
        try {
            double value = Double.parseDouble(word);
            if (value >= 0 && value < 1e6) {
                return value;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw refused(line);
    }

    private static WorkstationException refused(int line) {
        return new WorkstationException(
                "viewer.calibration.bad-line", List.of(line), "line " + line + " is no reading", null);
    }
}
