package org.readingroom.desktop.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.render.ModalitySampler;
import org.readingroom.viewer.task.Progress;
import org.readingroom.viewer.viewport.DefaultVoi;
import org.readingroom.viewer.viewport.PlaneKind;
import org.readingroom.viewer.viewport.ReformatRequest;
import org.readingroom.viewer.viewport.ResolvedView;
import org.readingroom.viewer.viewport.Slab;
import org.readingroom.viewer.viewport.ViewPlane;
import org.readingroom.viewer.volume.Volume;
import org.readingroom.viewer.volume.VolumeAssembler;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `mpr`: a plane through the volume of a folder, as PNG or as raw modality values.
///
/// The plane runs through `--at`. Without `--size` the picture covers the whole volume in that plane at its
/// finest voxel edge; with it, `--at` is the middle of the picture.
///
/// **Space:** patient coordinates, millimetres, as Image Position (Patient) has them.
/// **Shape:** raw values are 32-bit IEEE 754 little endian, row-major, NaN outside the volume.
@Command(name = "mpr", description = "${bundle:cli.mpr.description}")
final class MprCommand extends HeadlessCommand {
    /// Which plane.
    enum Plane {
        axial,
        coronal,
        sagittal,
        oblique
    }

    /// What becomes of the values along a slab.
    enum Mode {
        mip(Slab.Projection.MAXIMUM),
        minip(Slab.Projection.MINIMUM),
        mean(Slab.Projection.MEAN),
        sum(Slab.Projection.SUM);

        private final Slab.Projection projection;

        Mode(Slab.Projection projection) {
            this.projection = projection;
        }
    }

    @Parameters(paramLabel = "FOLDER", description = "${bundle:cli.mpr.folder}")
    private Path folder = Path.of("");

    @Option(
            names = "--plane",
            required = true,
            paramLabel = "axial|coronal|sagittal|oblique",
            description = "${bundle:cli.mpr.plane}")
    private Plane plane = Plane.axial;

    @Option(
            names = "--at",
            paramLabel = "x,y,z",
            converter = Values.VectorReader.class,
            description = "${bundle:cli.mpr.at}")
    private @Nullable Vec3 at;

    @Option(
            names = "--normal",
            paramLabel = "x,y,z",
            converter = Values.VectorReader.class,
            description = "${bundle:cli.mpr.normal}")
    private @Nullable Vec3 normal;

    @Option(
            names = "--up",
            paramLabel = "x,y,z",
            converter = Values.VectorReader.class,
            description = "${bundle:cli.mpr.up}")
    private @Nullable Vec3 up;

    @Option(names = "--slab", paramLabel = "MM", description = "${bundle:cli.mpr.slab}")
    private double slabMm;

    @Option(names = "--mode", paramLabel = "mip|minip|mean|sum", description = "${bundle:cli.mpr.mode}")
    private @Nullable Mode mode;

    @Option(
            names = "--size",
            paramLabel = "WxH",
            converter = Values.PictureSize.Reader.class,
            description = "${bundle:cli.mpr.size}")
    private Values.@Nullable PictureSize size;

    @Option(names = "--spacing", paramLabel = "MM", description = "${bundle:cli.mpr.spacing}")
    private double spacingMm;

    @Option(names = "--out", paramLabel = "PNG|RAW", required = true, description = "${bundle:cli.mpr.out}")
    private Path out = Path.of("");

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
        DicomPaths images = DicomPaths.open(folder);
        DisplaySet set = images.largest();
        say(images, set);
        VolumeAssembler.AssembledVolume assembled = VolumeAssembler.assemble(set, images::load, Progress.IGNORED);
        assembled.warningKeys().forEach(key -> terminal.note(words(key)));
        Volume volume = assembled.volume();
        ReformatRequest request = request(volume, viewPlane(volume, at != null ? at : volume.centre()));
        if (!request.meets(volume)) {
            throw new CommandRefusedException("cli.mpr.outside", List.of());
        }
        int middle = set.frames().size() / 2;
        ResolvedView view = request.resolve(
                volume,
                picture.look(
                        DefaultVoi.of(set.frames().get(middle), volume.slices().get(volume.depth() / 2)),
                        set.frames().get(middle).inverse()));
        if (out.toString().toLowerCase(Locale.ROOT).endsWith(".png")) {
            picture.draw(view, out);
        } else {
            Files.write(out, ModalitySampler.sample(view).toFloats());
        }
        tell(request, set, assembled.warningKeys());
        return ExitCode.DONE;
    }

    /// What of the folder is not in the picture.
    private void say(DicomPaths images, DisplaySet set) {
        if (images.unread() > 0) {
            terminal.note(words("cli.note.unread", images.unread()));
        }
        if (images.sets().size() > 1) {
            terminal.note(words(
                    "cli.note.largest-of",
                    images.sets().size(),
                    set.frames().size(),
                    set.series().value()));
        }
    }

    private void checkOptions() {
        if (plane == Plane.oblique && (normal == null || up == null || at == null)) {
            throw usage("cli.mpr.oblique-needs");
        }
        if (plane != Plane.oblique && (normal != null || up != null)) {
            throw usage("cli.mpr.oblique-only");
        }
        if (!(slabMm >= 0) || slabMm > 10_000 || !(spacingMm >= 0)) {
            throw usage("cli.mpr.negative");
        }
        if (mode != null && slabMm == 0) {
            throw usage("cli.mpr.mode-needs-slab");
        }
        if ((size != null) != (spacingMm > 0)) {
            throw usage("cli.mpr.size-and-spacing");
        }
        if (normal != null
                && up != null
                && (normal.cross(up).length() < 1e-6 * normal.length() * up.length()
                        || normal.length() == 0
                        || up.length() == 0)) {
            throw usage("cli.mpr.parallel");
        }
    }

    private ViewPlane viewPlane(Volume volume, Vec3 through) {
        return switch (plane) {
            case axial -> ReformatRequest.plane(PlaneKind.AXIAL, volume, through);
            case coronal -> ReformatRequest.plane(PlaneKind.CORONAL, volume, through);
            case sagittal -> ReformatRequest.plane(PlaneKind.SAGITTAL, volume, through);
            case oblique -> ReformatRequest.plane(through, required(normal), required(up));
        };
    }

    private static Vec3 required(@Nullable Vec3 given) {
        if (given == null) {
            throw new IllegalStateException("the options were checked");
        }
        return given;
    }

    private ReformatRequest request(Volume volume, ViewPlane through) {
        Slab slab = slabMm == 0 ? Slab.THIN : new Slab(slabMm, (mode == null ? Mode.mip : mode).projection);
        return size == null
                ? ReformatRequest.covering(volume, through, slab)
                : new ReformatRequest(through, size.width(), size.height(), spacingMm, slab);
    }

    /// Where the picture lies, so that it can be compared with another program's.
    private void tell(ReformatRequest request, DisplaySet set, List<String> warningKeys) {
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
            facts.put("seriesInstanceUid", set.series().value());
            facts.put("slices", set.frames().size());
            facts.put("warnings", warningKeys);
            terminal.line(JsonOption.text(facts));
        } else {
            terminal.line("%dx%d %.6f mm, first pixel at %.4f,%.4f,%.4f"
                    .formatted(request.width(), request.height(), mm, first.x(), first.y(), first.z()));
        }
    }

    private static List<Double> components(Vec3 v) {
        return List.of(v.x(), v.y(), v.z());
    }
}
