package org.readingroom.viewer.palette;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.readingroom.assets.Messages;

/// Makes the tables of [Palettes]: by formula, or read from the published values in `assets`.
final class PaletteTables {
    private PaletteTables() {}

    static Palette grey() {
        return of("grey", i -> 0xFF000000 | i * 0x010101);
    }

    static Palette greyInverted() {
        return of("grey-inverted", i -> 0xFF000000 | (255 - i) * 0x010101);
    }

    /// Hue from 240° (blue) down to 0° (red), full saturation and value; step 0 is black so that
    /// air stays dark.
    static Palette rainbow() {
        return of("rainbow", i -> i == 0 ? 0xFF000000 : hue(240.0 * (255 - i) / 254));
    }

    /// The table in `palettes/<id>.txt`: 256 times RRGGBB, lines with # are remarks.
    static Palette published(String id) {
        String path = "palettes/" + id + ".txt";
        try (InputStream stream = Messages.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException("colour table " + path + " is missing");
            }
            int[] argb = new String(stream.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Stream.of(line.strip().split("\\s+")))
                    .mapToInt(step -> 0xFF000000 | Integer.parseInt(step, 16))
                    .toArray();
            return new Palette(id, argb);
        } catch (IOException e) {
            throw new IllegalStateException("colour table " + path + " cannot be read", e);
        }
    }

    private static Palette of(String id, IntUnaryOperator argb) {
        return new Palette(id, IntStream.range(0, Palette.STEPS).map(argb).toArray());
    }

    private static int hue(double degrees) {
        double sector = degrees / 60;
        int ramp = (int) Math.round(255 * (1 - Math.abs(sector % 2 - 1)));
        return switch ((int) sector) {
            case 0 -> 0xFFFF0000 | ramp << 8;
            case 1 -> 0xFF00FF00 | ramp << 16;
            case 2 -> 0xFF00FF00 | ramp;
            case 3 -> 0xFF0000FF | ramp << 8;
            default -> 0xFF0000FF | ramp << 16;
        };
    }
}
