package org.readingroom.desktop.cli;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.palette.Palette;
import org.readingroom.viewer.palette.Palettes;
import org.readingroom.viewer.viewport.ReformatRequest;
import org.readingroom.viewer.viewport.TransferPresets;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// The values of options, read from their text.
final class Values {
    /// What people and programs write as a number; Java would also take `1d` and `0x1p3`.
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

    private static final Pattern SIZE = Pattern.compile("(\\d{1,5})[xX](\\d{1,5})");

    /// chosen: kilometres in mm, far beyond any picture; larger numbers overflow squares and mean a slip.
    private static final double LARGEST = 1e9;

    private Values() {}

    /// `count` numbers between commas.
    static double[] numbers(String text, int count) {
        String[] parts = text.split(",", -1);
        double[] numbers = new double[parts.length];
        if (parts.length != count) {
            throw new TypeConversionException(text);
        }
        for (int i = 0; i < numbers.length; i++) {
            String part = parts[i].strip();
            numbers[i] = NUMBER.matcher(part).matches() ? Double.parseDouble(part) : Double.NaN;
            if (!(Math.abs(numbers[i]) <= LARGEST)) {
                throw new TypeConversionException(text);
            }
        }
        return numbers;
    }

    /// `1024x768`: width, then height.
    record PictureSize(int width, int height) {
        static final class Reader implements ITypeConverter<PictureSize> {
            @Override
            public PictureSize convert(String text) {
                Matcher matcher = SIZE.matcher(text);
                if (!matcher.matches()) {
                    throw new TypeConversionException(text);
                }
                PictureSize size =
                        new PictureSize(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
                int most = ReformatRequest.LARGEST_SIDE;
                if (size.width < 1 || size.height < 1 || size.width > most || size.height > most) {
                    throw new TypeConversionException(text);
                }
                return size;
            }
        }
    }

    /// `C,W`: centre, then width.
    static final class WindowReader implements ITypeConverter<Voi> {
        @Override
        public Voi convert(String text) {
            double[] numbers = numbers(text, 2);
            if (numbers[1] < 1) {
                throw new TypeConversionException(text);
            }
            return Voi.Window.linear(numbers[0], numbers[1]);
        }
    }

    /// `x,y,z`.
    static final class VectorReader implements ITypeConverter<Vec3> {
        @Override
        public Vec3 convert(String text) {
            double[] numbers = numbers(text, 3);
            return new Vec3(numbers[0], numbers[1], numbers[2]);
        }
    }

    /// `x,y,z;x,y,z;…`: points in their order.
    record Points(List<Vec3> all) {
        /// chosen: more than any hand draws.
        private static final int MOST = 1000;

        Points {
            all = List.copyOf(all);
        }

        static final class Reader implements ITypeConverter<Points> {
            @Override
            public Points convert(String text) {
                String[] parts = text.split(";", -1);
                if (parts.length > MOST) {
                    throw new TypeConversionException(text);
                }
                return new Points(
                        Stream.of(parts).map(new VectorReader()::convert).toList());
            }
        }
    }

    /// `right,down`: degrees.
    record Angles(double right, double down) {
        static final class Reader implements ITypeConverter<Angles> {
            @Override
            public Angles convert(String text) {
                double[] numbers = numbers(text, 2);
                return new Angles(numbers[0], numbers[1]);
            }
        }
    }

    /// The name of a transfer function.
    static final class PresetReader implements ITypeConverter<TransferPresets.Preset> {
        @Override
        public TransferPresets.Preset convert(String text) {
            return TransferPresets.of(text).orElseThrow(() -> new TypeConversionException(text));
        }
    }

    /// The name of a palette.
    static final class PaletteReader implements ITypeConverter<Palette> {
        @Override
        public Palette convert(String text) {
            return Palettes.of(text).orElseThrow(() -> new TypeConversionException(text));
        }
    }

    /// Pixel positions `x1,y1,x2,y2`.
    static final class FourNumbers implements ITypeConverter<double[]> {
        @Override
        public double[] convert(String text) {
            return numbers(text, 4);
        }
    }

    /// Pixel positions `x1,y1,x2,y2,x3,y3`.
    static final class SixNumbers implements ITypeConverter<double[]> {
        @Override
        public double[] convert(String text) {
            return numbers(text, 6);
        }
    }
}
