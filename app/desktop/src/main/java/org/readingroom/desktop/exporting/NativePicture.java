package org.readingroom.desktop.exporting;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.IntBuffer;
import java.util.List;
import org.readingroom.desktop.exporting.ExportChoice.Form;
import org.readingroom.viewer.display.FrameLoader;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.geometry.AffineMap;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.picture.GreyFile;
import org.readingroom.viewer.picture.PictureFile;
import org.readingroom.viewer.picture.PictureFormat;
import org.readingroom.viewer.render.CpuRenderer;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.viewport.DataPresentation;
import org.readingroom.viewer.viewport.FramePicture;
import org.readingroom.viewer.viewport.ResolvedView;
import org.readingroom.viewer.viewport.ShownLayers;
import org.readingroom.viewer.viewport.Slab;
import org.readingroom.viewer.viewport.ViewPresentation;
import org.readingroom.viewer.viewport.ViewResolver;
import org.readingroom.viewer.volume.GreySlice;
import org.readingroom.viewer.volume.Slice;
import org.readingroom.viewer.volume.SliceDecoder;
import org.readingroom.viewer.volume.Volume;

/// A frame as a picture with one pixel for each of its own, whatever their shape in the patient: with its
/// window in 8 bits, or its stored greys in 16.
///
/// **Thread:** any but `fx` and `gl`; blocks.
// [impl->req~export.pictures~1]
public final class NativePicture {
    private static final AffineMap SQUARE =
            new AffineMap(new Vec3(1, 0, 0), new Vec3(0, 1, 0), new Vec3(0, 0, 1), Vec3.ZERO);

    private NativePicture() {}

    /// **Errors:** `desktop.export.no-deep` for 16 bits of colour or of floating point; those of `loader`.
    public static void write(OutputStream out, ImageFrame frame, FrameLoader loader, DataPresentation data, Form form)
            throws WorkstationException, IOException {
        Slice slice = SliceDecoder.slice(frame, loader.load(frame.ref(), Priority.PREFETCH));
        switch (form) {
            case DEEP_PNG -> deep(out, frame, slice, PictureFormat.PNG);
            case DEEP_TIFF -> deep(out, frame, slice, PictureFormat.TIFF);
            case NATIVE_PNG -> shown(out, frame, slice, data, PictureFormat.PNG);
            case NATIVE_TIFF -> shown(out, frame, slice, data, PictureFormat.TIFF);
            default -> throw new IllegalArgumentException("not a native form: " + form);
        }
    }

    private static void deep(OutputStream out, ImageFrame frame, Slice slice, PictureFormat format)
            throws WorkstationException, IOException {
        if (!(slice instanceof GreySlice grey) || grey.exact() != null || grey.colours() != null) {
            throw new WorkstationException("desktop.export.no-deep", "no 16 bits of grey");
        }
        GreyFile.write(out, grey, frame.modalityLut().unit().symbol(), format);
    }

    private static void shown(
            OutputStream out, ImageFrame frame, Slice slice, DataPresentation data, PictureFormat format)
            throws IOException {
        PictureFile.write(out, argb(frame, slice, data), slice.columns(), slice.rows(), format, 1);
    }

    /// The pixels as the desk would show them, one for one.
    static int[] argb(ImageFrame frame, Slice slice, DataPresentation data) {
        // the frame as it was taken, whatever the view takes off it
        DataPresentation taken = data.withLayers(data.layers().withSubtraction(ShownLayers.Subtraction.NATIVE));
        ViewResolver.Look look = FramePicture.look(frame, slice, taken);
        Slice sharp = FramePicture.volume(frame, slice, look).slices().getFirst();
        Volume flat = new Volume(List.of(sharp), SQUARE, false);
        ResolvedView view = ViewResolver.resolve(
                flat,
                FramePicture.plane(flat),
                Slab.THIN,
                ViewPresentation.FIT,
                look,
                ViewResolver.PictureSize.pixels(slice.columns(), slice.rows()));
        IntBuffer argb = IntBuffer.allocate(Math.multiplyExact(slice.columns(), slice.rows()));
        try (CpuRenderer renderer = new CpuRenderer()) {
            renderer.render(view, argb);
        }
        return argb.array();
    }
}
