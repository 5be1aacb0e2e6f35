package org.readingroom.desktop.exporting;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.display.FrameLoader;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.nifti.NiftiWriter;
import org.readingroom.viewer.task.Progress;
import org.readingroom.viewer.volume.VolumeAssembler;
import org.readingroom.viewer.volume.VolumeAssembler.AssembledVolume;
import org.readingroom.viewer.volume.VolumeException;

/// A display set as a NIfTI file; its sisters of the same series on the same grid are further times of it.
///
/// **Thread:** any but `fx` and `gl`; blocks.
// [impl->req~export.nifti~1]
public final class VolumeFiles {
    private VolumeFiles() {}

    /// What of it the person should know: message keys.
    public record Result(int times, List<String> warningKeys) {
        public Result {
            warningKeys = List.copyOf(warningKeys);
        }
    }

    /// `sisters` are the other sets of the series, those that make no volume or lie elsewhere included.
    public static Result write(
            Path file,
            DisplaySet set,
            List<DisplaySet> sisters,
            FrameLoader loader,
            boolean mayResample,
            Progress progress)
            throws WorkstationException, IOException {
        AssembledVolume first = VolumeAssembler.assemble(set, loader, progress);
        List<AssembledVolume> times = new ArrayList<>();
        for (DisplaySet sister : sisters) {
            if (sister.equals(set)) {
                times.add(first);
            } else if (isAlike(set, sister)) {
                AssembledVolume other = assembled(sister, loader, progress);
                if (other != null && NiftiWriter.isSameGrid(first.volume(), other.volume())) {
                    times.add(other);
                }
            }
        }
        if (times.isEmpty()) {
            times.add(first);
        }
        NiftiWriter writer = NiftiWriter.of(times, mayResample);
        try (OutputStream plain = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
                OutputStream out = file.toString().endsWith(".gz") ? new GZIPOutputStream(plain) : plain) {
            writer.write(out, progress);
        }
        return new Result(times.size(), first.warningKeys());
    }

    private static boolean isAlike(DisplaySet set, DisplaySet other) {
        return other.series().equals(set.series())
                && other.frames().size() == set.frames().size()
                && !other.isDerived();
    }

    private static @org.jspecify.annotations.Nullable AssembledVolume assembled(
            DisplaySet set, FrameLoader loader, Progress progress) throws WorkstationException {
        try {
            return VolumeAssembler.assemble(set, loader, progress);
        } catch (VolumeException noVolume) {
            return null;
        }
    }
}
