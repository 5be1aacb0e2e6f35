package org.readingroom.desktop.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.viewport.Camera;
import org.readingroom.viewer.viewport.ClipBox;
import org.readingroom.viewer.viewport.Quality;
import org.readingroom.viewer.viewport.SceneRequest;
import org.readingroom.viewer.viewport.TransferPresets;
import org.readingroom.viewer.viewport.ViewResolver;
import org.readingroom.viewer.volume.Volume;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `scene`: the volume of a folder from outside, as PNG.
///
/// Seen from in front, head up, and turned from there; parallel rays, so that sizes are true.
@Command(name = "scene", description = "${bundle:cli.scene.description}")
final class SceneCommand extends HeadlessCommand {
    @Parameters(paramLabel = "FOLDER", description = "${bundle:cli.mpr.folder}")
    private Path folder = Path.of("");

    @Option(names = "--out", paramLabel = "PNG", required = true, description = "${bundle:cli.scene.out}")
    private Path out = Path.of("");

    @Option(
            names = "--preset",
            paramLabel = "bone|vessel|lung|skin",
            converter = Values.PresetReader.class,
            description = "${bundle:cli.scene.preset}")
    private TransferPresets.Preset preset = TransferPresets.all().getFirst();

    @Option(
            names = "--turn",
            paramLabel = "RIGHT,DOWN",
            converter = Values.Angles.Reader.class,
            description = "${bundle:cli.scene.turn}")
    private Values.Angles turn = new Values.Angles(0, 0);

    @Option(names = "--zoom", paramLabel = "FACTOR", description = "${bundle:cli.scene.zoom}")
    private double zoom = 1;

    @Option(
            names = "--clip",
            paramLabel = "x,y,z;x,y,z",
            converter = Values.Points.Reader.class,
            description = "${bundle:cli.scene.clip}")
    private Values.@Nullable Points clip;

    @Option(
            names = "--size",
            paramLabel = "WxH",
            converter = Values.PictureSize.Reader.class,
            description = "${bundle:cli.option.size}")
    private Values.PictureSize size = new Values.PictureSize(512, 512);

    @Option(names = "--no-light", description = "${bundle:cli.scene.no-light}")
    private boolean isUnlit;

    @Option(names = "--engine", paramLabel = "gpu|cpu", description = "${bundle:cli.option.engine}")
    private PicturePainter.Engine engine = PicturePainter.Engine.cpu;

    @Mixin
    private JsonOption json = new JsonOption();

    SceneCommand(Terminal terminal) {
        super(terminal);
    }

    // [impl->req~cli.scene~1]
    @Override
    int run() throws WorkstationException, IOException {
        if (!(zoom >= 0.01 && zoom <= 100)) {
            throw usage("cli.scene.zoom-range");
        }
        if (clip != null && clip.all().size() != 2) {
            throw usage("cli.scene.clip-corners");
        }
        SeriesVolume series = SeriesVolume.open(folder, terminal);
        Volume volume = series.volume();
        Camera camera = Camera.front(volume, Math.min(size.width(), size.height()))
                .orbited(turn.right(), turn.down())
                .zoomed(zoom);
        SceneRequest request = new SceneRequest(volume, camera, preset.function(), !isUnlit, box(volume), Quality.FULL);
        PicturePainter.draw(
                request.resolve(ViewResolver.PictureSize.pixels(size.width(), size.height())), engine, null, out);
        tell(camera, series);
        return ExitCode.DONE;
    }

    /// The box between the two corners along the axes of the volume, as far as it lies in it.
    private ClipBox box(Volume volume) throws CommandRefusedException {
        ClipBox whole = ClipBox.whole(volume);
        if (clip == null) {
            return whole;
        }
        Vec3 a = volume.worldToVoxel().apply(clip.all().getFirst());
        Vec3 b = volume.worldToVoxel().apply(clip.all().getLast());
        Vec3 low = new Vec3(
                Math.max(whole.low().x(), Math.min(a.x(), b.x())),
                Math.max(whole.low().y(), Math.min(a.y(), b.y())),
                Math.max(whole.low().z(), Math.min(a.z(), b.z())));
        Vec3 high = new Vec3(
                Math.min(whole.high().x(), Math.max(a.x(), b.x())),
                Math.min(whole.high().y(), Math.max(a.y(), b.y())),
                Math.min(whole.high().z(), Math.max(a.z(), b.z())));
        if (!(low.x() < high.x() && low.y() < high.y() && low.z() < high.z())) {
            throw new CommandRefusedException("cli.scene.clip-outside", List.of());
        }
        return new ClipBox(low, high);
    }

    private void tell(Camera camera, SeriesVolume series) {
        if (!json.isOn()) {
            terminal.line("%dx%d %.6f mm, %s".formatted(size.width(), size.height(), camera.mmPerPixel(), preset.id()));
            return;
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("columns", size.width());
        facts.put("rows", size.height());
        facts.put("spacingMm", camera.mmPerPixel());
        facts.put("preset", preset.id());
        facts.put("middleMm", MprCommand.components(camera.target()));
        facts.put("rowDirection", MprCommand.components(camera.right()));
        facts.put("columnDirection", MprCommand.components(camera.down()));
        facts.put("seriesInstanceUid", series.set().series().value());
        facts.put("slices", series.set().frames().size());
        facts.put("warnings", series.warningKeys());
        terminal.line(JsonOption.text(facts));
    }
}
