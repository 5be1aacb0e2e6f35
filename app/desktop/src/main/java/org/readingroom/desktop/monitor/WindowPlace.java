package org.readingroom.desktop.monitor;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import javafx.stage.Stage;

/// Where a window stands.
///
/// **Units:** logical pixels of the whole desktop.
public record WindowPlace(double x, double y, double width, double height) {
    public WindowPlace {
        if (!(width > 0 && height > 0 && Double.isFinite(x + y + width + height))) {
            throw new IllegalArgumentException("a window of " + width + " x " + height);
        }
    }

    public static WindowPlace of(Stage stage) {
        return new WindowPlace(
                stage.getX(), stage.getY(), Math.max(1, stage.getWidth()), Math.max(1, stage.getHeight()));
    }

    public void give(Stage stage) {
        stage.setX(x);
        stage.setY(y);
        stage.setWidth(width);
        stage.setHeight(height);
    }

    /// As settings keep it.
    public String text() {
        return DoubleStream.of(x, y, width, height)
                .mapToObj(value -> Long.toString(Math.round(value)))
                .collect(Collectors.joining(" "));
    }

    /// What [#text()] wrote; nothing for anything else.
    public static Optional<WindowPlace> read(String text) {
        try {
            double[] parts = Arrays.stream(text.strip().split(" "))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            return parts.length == 4
                    ? Optional.of(new WindowPlace(parts[0], parts[1], parts[2], parts[3]))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
