package org.readingroom.desktop.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.render.ModalitySampler;
import org.readingroom.viewer.task.Progress;
import org.readingroom.viewer.viewport.DefaultVoi;
import org.readingroom.viewer.viewport.ReformatRequest;
import org.readingroom.viewer.viewport.ResolvedView;
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
    @Parameters(paramLabel = "FOLDER", description = "${bundle:cli.mpr.folder}")
    private Path folder = Path.of("");

    @Option(names = "--spacing", paramLabel = "MM", description = "${bundle:cli.mpr.spacing}")
    private double spacingMm;

    @Option(names = "--out", paramLabel = "PNG|RAW", required = true, description = "${bundle:cli.mpr.out}")
    private Path out = Path.of("");

    @Mixin
    private PlaneOptions plane = new PlaneOptions();

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
        ReformatRequest request = request(volume);
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
        String fault = plane.fault();
        if (fault != null) {
            throw usage(fault);
        }
        if (!(spacingMm >= 0)) {
            throw usage("cli.mpr.negative");
        }
        if (picture.size().isPresent() != (spacingMm > 0)) {
            throw usage("cli.mpr.size-and-spacing");
        }
    }

    private ReformatRequest request(Volume volume) {
        ViewPlane through = plane.of(volume);
        return picture.size()
                .map(size -> new ReformatRequest(through, size.width(), size.height(), spacingMm, plane.slab()))
                .orElseGet(() -> ReformatRequest.covering(volume, through, plane.slab()));
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
