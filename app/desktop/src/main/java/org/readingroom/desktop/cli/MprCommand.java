package org.readingroom.desktop.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.render.CurvedSampler;
import org.readingroom.viewer.render.ModalitySampler;
import org.readingroom.viewer.viewport.CurvedRequest;
import org.readingroom.viewer.viewport.ReformatRequest;
import org.readingroom.viewer.viewport.ResolvedCurve;
import org.readingroom.viewer.viewport.ResolvedView;
import org.readingroom.viewer.viewport.ViewPlane;
import org.readingroom.viewer.volume.Volume;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `mpr`: a plane or a curved sheet through the volume of a folder, as PNG or as raw modality values.
///
/// The plane runs through `--at`. Without `--size` the picture covers the whole volume in that plane at its
/// finest voxel edge; with it, `--at` is the middle of the picture.
///
/// **Space:** patient coordinates, millimetres, as Image Position (Patient) has them.
/// **Shape:** raw values are 32-bit IEEE 754 little endian, row-major, NaN outside the volume.
@Command(name = "mpr", description = "${bundle:cli.mpr.description}")
final class MprCommand extends HeadlessCommand {
    @Parameters(paramLabel = "FOLDER", description = "${bundle:cli.mpr.folder}")
    private Path folder = Path.of("");

    @Option(names = "--spacing", paramLabel = "MM", description = "${bundle:cli.mpr.spacing}")
    private double spacingMm;

    @Option(names = "--out", paramLabel = "PNG|RAW", required = true, description = "${bundle:cli.mpr.out}")
    private Path out = Path.of("");

    @Mixin
    private PlaneOptions plane = new PlaneOptions();

    @Mixin
    private CurveOptions curve = new CurveOptions();

    @Mixin
    private FuseOptions fuse = new FuseOptions();

    @Mixin
    private PictureOptions picture = new PictureOptions();

    @Mixin
    private JsonOption json = new JsonOption();

    MprCommand(Terminal terminal) {
        super(terminal);
    }

    // [impl->req~cli.mpr~1]
    @Override
    int run() throws WorkstationException, IOException {
        checkOptions();
        SeriesVolume series = SeriesVolume.open(folder, terminal);
        if (curve.isAsked()) {
            curved(series);
            return ExitCode.DONE;
        }
        Volume volume = series.volume();
        ReformatRequest request = request(volume);
        if (!request.meets(volume)) {
            throw new CommandRefusedException("cli.mpr.outside", List.of());
        }
        ResolvedView view = request.resolve(
                volume, picture.look(series.defaultVoi(), series.isInverse()), fuse.over(series, terminal));
        if (isPicture()) {
            picture.draw(view, out);
        } else {
            Files.write(out, ModalitySampler.sample(view).toFloats());
        }
        tell(request, series);
        return ExitCode.DONE;
    }

    private void curved(SeriesVolume series) throws WorkstationException, IOException {
        CurvedRequest request = curve.request(series.volume(), spacingMm);
        ResolvedCurve sheet;
        try {
            sheet = request.resolve(series.volume(), picture.look(series.defaultVoi(), series.isInverse()));
        } catch (IllegalArgumentException noCurve) {
            throw usage("cli.mpr.no-curve");
        }
        float[] values = CurvedSampler.sample(sheet);
        if (IntStream.range(0, values.length).allMatch(i -> Float.isNaN(values[i]))) {
            throw new CommandRefusedException("cli.mpr.outside", List.of());
        }
        if (isPicture()) {
            picture.draw(sheet, out);
        } else {
            ByteBuffer bytes =
                    ByteBuffer.allocate(Math.multiplyExact(4, values.length)).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asFloatBuffer().put(values);
            Files.write(out, bytes.array());
        }
        CurveFacts.tell(sheet, series, json, terminal);
    }

    private boolean isPicture() {
        return out.toString().toLowerCase(Locale.ROOT).endsWith(".png");
    }

    private void checkOptions() {
        String fault = curve.isAsked() && plane.isAsked() ? "cli.mpr.plane-or-curve" : curve.fault(spacingMm);
        if (fault == null && !curve.isAsked()) {
            fault = plane.fault();
        }
        if (fault == null) {
            fault = fuse.fault();
        }
        if (fault == null && fuse.isAsked() && (!isPicture() || curve.isAsked())) {
            fault = "cli.mpr.fuse-planes";
        }
        if (fault != null) {
            throw usage(fault);
        }
        if (!(spacingMm >= 0)) {
            throw usage("cli.mpr.negative");
        }
        if (curve.isAsked() ? picture.size().isPresent() : picture.size().isPresent() != (spacingMm > 0)) {
            throw usage(curve.isAsked() ? "cli.mpr.curve-size" : "cli.mpr.size-and-spacing");
        }
    }

    private ReformatRequest request(Volume volume) {
        ViewPlane through = plane.of(volume);
        return picture.size()
                .map(size -> new ReformatRequest(through, size.width(), size.height(), spacingMm, plane.slab()))
                .orElseGet(() -> ReformatRequest.covering(volume, through, plane.slab()));
    }

    /// Where the picture lies, so that it can be compared with another program's.
    private void tell(ReformatRequest request, SeriesVolume series) {
        ViewPlane lies = request.plane();
        double mm = request.mmPerElement();
        Vec3 first = lies.centre()
                .minus(lies.right().times(mm * (request.width() - 1) / 2.0))
                .minus(lies.down().times(mm * (request.height() - 1) / 2.0));
        if (json.isOn()) {
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("columns", request.width());
            facts.put("rows", request.height());
            facts.put("spacingMm", mm);
            facts.put("firstPixelMm", components(first));
            facts.put("rowDirection", components(lies.right()));
            facts.put("columnDirection", components(lies.down()));
            facts.put("slabMm", request.slab().thicknessMm());
            facts.put("seriesInstanceUid", series.set().series().value());
            facts.put("slices", series.set().frames().size());
            facts.put("warnings", series.warningKeys());
            terminal.line(JsonOption.text(facts));
        } else {
            terminal.line("%dx%d %.6f mm, first pixel at %.4f,%.4f,%.4f"
                    .formatted(request.width(), request.height(), mm, first.x(), first.y(), first.z()));
        }
    }

    static List<Double> components(Vec3 v) {
        return List.of(v.x(), v.y(), v.z());
    }
}
