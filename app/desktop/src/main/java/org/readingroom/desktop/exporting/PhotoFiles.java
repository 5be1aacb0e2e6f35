package org.readingroom.desktop.exporting;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.readingroom.desktop.desk.ViewPhoto;
import org.readingroom.desktop.exporting.ExportChoice.Form;
import org.readingroom.viewer.codec.video.VideoFile;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.picture.GifFile;
import org.readingroom.viewer.picture.PictureFile;
import org.readingroom.viewer.picture.PictureFormat;

/// Photos of views as files, one by one or as moving pictures.
///
/// **Thread:** any but `fx` and `gl`; blocks.
final class PhotoFiles {
    /// chosen: nothing of a radiograph is seen to be lost.
    private static final float QUALITY = 0.92f;

    private PhotoFiles() {}

    static PictureFormat format(Form form) {
        return switch (form) {
            case PNG, NATIVE_PNG, DEEP_PNG -> PictureFormat.PNG;
            case TIFF, NATIVE_TIFF, DEEP_TIFF -> PictureFormat.TIFF;
            case JPEG -> PictureFormat.JPEG;
            default -> throw new IllegalArgumentException("no picture: " + form);
        };
    }

    static void write(ViewPhoto photo, Path file, PictureFormat format) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            PictureFile.write(out, photo.argb(), photo.columns(), photo.rows(), format, QUALITY);
        }
    }

    /// Takes the pictures of a video in their order.
    interface Film extends AutoCloseable {
        void add(ViewPhoto photo) throws WorkstationException, IOException;

        void finish() throws WorkstationException, IOException;

        @Override
        void close() throws IOException;
    }

    /// `first` tells the size of all.
    static Film film(Form form, Path file, ViewPhoto first, double framesPerSecond)
            throws WorkstationException, IOException {
        return form == Form.MP4
                ? new Mp4(new VideoFile(file, first.columns(), first.rows(), framesPerSecond))
                : new Gif(Files.newOutputStream(file), framesPerSecond);
    }

    private record Mp4(VideoFile file) implements Film {
        @Override
        public void add(ViewPhoto photo) throws WorkstationException {
            byte[] rgb = new byte[3 * photo.argb().length];
            for (int i = 0; i < photo.argb().length; i++) {
                int pixel = photo.argb()[i];
                rgb[3 * i] = (byte) (pixel >> 16);
                rgb[3 * i + 1] = (byte) (pixel >> 8);
                rgb[3 * i + 2] = (byte) pixel;
            }
            file.add(rgb);
        }

        @Override
        public void finish() throws WorkstationException {
            file.finish();
        }

        @Override
        public void close() {
            file.close();
        }
    }

    private static final class Gif implements Film {
        private final OutputStream out;
        private final GifFile file;

        Gif(OutputStream out, double framesPerSecond) throws IOException {
            this.out = out;
            this.file = new GifFile(out, framesPerSecond);
        }

        @Override
        public void add(ViewPhoto photo) throws IOException {
            file.add(photo.argb(), photo.columns(), photo.rows());
        }

        @Override
        public void finish() {
            // closing ends it
        }

        @Override
        public void close() throws IOException {
            file.close();
            out.close();
        }
    }
}
