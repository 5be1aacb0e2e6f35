package org.readingroom.desktop.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.annotation.Annotation;
import org.readingroom.viewer.annotation.AnnotationId;
import org.readingroom.viewer.annotation.FrameGrid;
import org.readingroom.viewer.annotation.Measured;
import org.readingroom.viewer.annotation.Measurement;
import org.readingroom.viewer.annotation.MeasurementCalculator;
import org.readingroom.viewer.annotation.Placement;
import org.readingroom.viewer.annotation.ValueGrid;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.PixelScale;
import org.readingroom.viewer.geometry.ImagePlane;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.model.FrameOfReferenceUid;
import org.readingroom.viewer.model.SeriesUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Priority;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `measure`: lengths, angles and ellipses on one frame, in true millimetres where the file gives a scale.
///
/// **Space:** pixel positions; x is the column, y the row, 0,0 the centre of the first pixel.
@Command(name = "measure", description = "${bundle:cli.measure.description}")
final class MeasureCommand extends HeadlessCommand {
    @Parameters(paramLabel = "FILE", description = "${bundle:cli.measure.file}")
    private Path file = Path.of("");

    @Option(names = "--frame", paramLabel = "N", description = "${bundle:cli.measure.frame}")
    private int frame = 1;

    @Option(
            names = "--length",
            paramLabel = "x1,y1,x2,y2",
            converter = Values.FourNumbers.class,
            description = "${bundle:cli.measure.length}")
    private List<double[]> lengths = new ArrayList<>();

    @Option(
            names = "--angle",
            paramLabel = "x1,y1,x2,y2,x3,y3",
            converter = Values.SixNumbers.class,
            description = "${bundle:cli.measure.angle}")
    private List<double[]> angles = new ArrayList<>();

    @Option(
            names = "--ellipse",
            paramLabel = "x,y,rx,ry",
            converter = Values.FourNumbers.class,
            description = "${bundle:cli.measure.ellipse}")
    private List<double[]> ellipses = new ArrayList<>();

    @Mixin
    private JsonOption json = new JsonOption();

    MeasureCommand(Terminal terminal) {
        super(terminal);
    }

    // [impl->req~cli.measure~1]
    @Override
    int run() throws WorkstationException, IOException {
        if (lengths.isEmpty() && angles.isEmpty() && ellipses.isEmpty()) {
            throw usage("cli.measure.nothing");
        }
        if (frame < 1) {
            throw usage("cli.usage.frame");
        }
        if (ellipses.stream().anyMatch(e -> !(e[2] > 0) || !(e[3] > 0))) {
            throw usage("cli.measure.radius");
        }
        if (Files.isDirectory(file)) {
            throw usage("cli.measure.folder");
        }
        DicomPaths images = DicomPaths.open(file);
        ImageFrame measured = images.frameOfFile(frame);
        OnFrame marks = new OnFrame(measured, images.largest().series());
        @Nullable ValueGrid grid = ellipses.isEmpty() ? null : grid(images, measured);
        TreeSet<String> caveats = new TreeSet<>();
        for (Annotation annotation : marks.annotations(lengths, angles, ellipses)) {
            Measured result = MeasurementCalculator.measure(annotation, measured, grid);
            caveats.addAll(result.caveatKeys());
            tell(result, MeasurementCalculator.scale(annotation, measured));
        }
        caveats.forEach(key -> terminal.note(words(key)));
        return ExitCode.DONE;
    }

    private static @Nullable ValueGrid grid(DicomPaths images, ImageFrame frame) throws WorkstationException {
        boolean isColour = frame.format().samplesPerPixel() != 1 || frame.paletteColor() != null;
        return isColour ? null : FrameGrid.of(frame, images.load(frame.ref(), Priority.ON_SCREEN));
    }

    private void tell(Measured result, PixelScale scale) {
        if (json.isOn()) {
            terminal.line(JsonOption.text(facts(result, scale)));
            return;
        }
        for (Measurement measurement : result.measurements()) {
            terminal.line(quantity(measurement) + "\t" + number(measurement.value()) + "\t" + measurement.ucum());
        }
    }

    private static Map<String, Object> facts(Measured result, PixelScale scale) {
        Map<String, Object> facts = new LinkedHashMap<>();
        List<Map<String, Object>> numbers = new ArrayList<>();
        for (Measurement measurement : result.measurements()) {
            Map<String, Object> number = new LinkedHashMap<>();
            number.put("quantity", quantity(measurement));
            number.put("value", measurement.value());
            number.put("unit", measurement.ucum());
            numbers.add(number);
        }
        facts.put("measurements", numbers);
        facts.put("scale", facts(scale));
        facts.put("caveats", result.caveatKeys());
        return facts;
    }

    /// What a pixel of the frame is taken for, and on whose word.
    private static Map<String, Object> facts(PixelScale scale) {
        Map<String, Object> facts = new LinkedHashMap<>();
        switch (scale) {
            case PixelScale.Millimetres mm -> {
                facts.put("source", mm.source().name().toLowerCase(Locale.ROOT).replace('_', '-'));
                facts.put("rowMm", mm.spacing().rowMm());
                facts.put("columnMm", mm.spacing().columnMm());
            }
            case PixelScale.None none -> {
                facts.put("source", "none");
                facts.put("verticalToHorizontal", none.verticalToHorizontal());
            }
        }
        return facts;
    }

    private static String quantity(Measurement measurement) {
        return measurement.quantity().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    /// Marks given in pixel positions of one frame, put where the program keeps them: in the patient when the frame
    /// lies there, else on the frame.
    private record OnFrame(ImageFrame frame, SeriesUid series) {
        List<Annotation> annotations(List<double[]> lengths, List<double[]> angles, List<double[]> ellipses) {
            Placement placement = placement();
            List<Annotation> marks = new ArrayList<>();
            for (double[] p : lengths) {
                marks.add(new Annotation.Length(
                        AnnotationId.random(), placement, point(p[0], p[1]), point(p[2], p[3]), ""));
            }
            for (double[] p : angles) {
                marks.add(new Annotation.Angle(
                        AnnotationId.random(), placement, point(p[0], p[1]), point(p[2], p[3]), point(p[4], p[5]), ""));
            }
            for (double[] p : ellipses) {
                Vec3 center = point(p[0], p[1]);
                marks.add(new Annotation.Ellipse(
                        AnnotationId.random(),
                        placement,
                        center,
                        point(p[0] + p[2], p[1]).minus(center),
                        point(p[0], p[1] + p[3]).minus(center),
                        ""));
            }
            return marks;
        }

        private Placement placement() {
            ImagePlane plane = frame.plane();
            FrameOfReferenceUid reference = frame.frameOfReference();
            return plane == null || reference == null
                    ? new Placement.OnFrame(series, frame.ref())
                    : new Placement.InPatient(series, reference, plane.position(), plane.normal(), frame.ref());
        }

        private Vec3 point(double column, double row) {
            ImagePlane plane = frame.plane();
            return plane == null || frame.frameOfReference() == null
                    ? new Vec3(column, row, 0)
                    : plane.toPatient(column, row);
        }
    }
}
