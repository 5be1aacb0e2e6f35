package org.readingroom.desktop.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.model.FrameOfReferenceUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;
import org.readingroom.viewer.viewport.DefaultVoi;
import org.readingroom.viewer.volume.Volume;
import org.readingroom.viewer.volume.VolumeAssembler;

/// The largest display set of a folder as a volume.
///
/// `warningKeys` are messages on what is odd about its slices.
record SeriesVolume(DisplaySet set, Volume volume, List<String> warningKeys) {
    SeriesVolume {
        warningKeys = List.copyOf(warningKeys);
    }

    /// Opens the folder and says on `terminal` what of it is not in the volume, and what is odd.
    static SeriesVolume open(Path folder, Terminal terminal) throws WorkstationException, IOException {
        DicomPaths images = DicomPaths.open(folder);
        DisplaySet set = images.largest();
        if (images.unread() > 0) {
            terminal.note(terminal.words().get("cli.note.unread", images.unread()));
        }
        if (images.sets().size() > 1) {
            terminal.note(terminal.words()
                    .get(
                            "cli.note.largest-of",
                            images.sets().size(),
                            set.frames().size(),
                            set.series().value()));
        }
        VolumeAssembler.AssembledVolume assembled = VolumeAssembler.assemble(set, images::load, Progress.IGNORED);
        assembled.warningKeys().forEach(key -> terminal.note(terminal.words().get(key)));
        return new SeriesVolume(set, assembled.volume(), assembled.warningKeys());
    }

    private ImageFrame middle() {
        return set.frames().get(set.frames().size() / 2);
    }

    /// The window of the middle frame.
    Voi defaultVoi() {
        return DefaultVoi.of(middle(), volume.slices().get(volume.depth() / 2));
    }

    boolean isInverse() {
        return middle().inverse();
    }

    Optional<FrameOfReferenceUid> frameOfReference() {
        return Optional.ofNullable(middle().frameOfReference());
    }
}
