package org.readingroom.viewer.picture;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.stream.ImageOutputStream;
import org.jspecify.annotations.Nullable;

/// Writes a picture as it is on the screen: 8 bits, grey where all of it is grey, and not a word beside the
/// pixels.
///
/// **Thread:** any but `fx` and `gl`; blocks.
// [impl->req~export.pictures~1]
public final class PictureFile {
    private PictureFile() {}

    /// `argb` is row-major and opaque. `quality` from 0 to 1 is for JPEG alone; the others lose nothing.
    public static void write(OutputStream out, int[] argb, int columns, int rows, PictureFormat format, float quality)
            throws IOException {
        write(out, image(argb, columns, rows), format, quality, null);
    }

    private static BufferedImage image(int[] argb, int columns, int rows) {
        if (argb.length != Math.multiplyExact(columns, rows)) {
            throw new IllegalArgumentException(argb.length + " pixels for " + columns + " x " + rows);
        }
        if (isGrey(argb)) {
            BufferedImage image = new BufferedImage(columns, rows, BufferedImage.TYPE_BYTE_GRAY);
            byte[] greys = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
            for (int i = 0; i < argb.length; i++) {
                greys[i] = (byte) argb[i];
            }
            return image;
        }
        BufferedImage image = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, columns, rows, argb, 0, columns);
        return image;
    }

    private static boolean isGrey(int[] argb) {
        for (int pixel : argb) {
            if ((pixel & 0xFF) != (pixel >> 8 & 0xFF) || (pixel & 0xFF) != (pixel >> 16 & 0xFF)) {
                return false;
            }
        }
        return true;
    }

    /// What a file says beside its pixels.
    @FunctionalInterface
    interface Words {
        void add(IIOMetadata metadata) throws IOException;
    }

    static void write(OutputStream out, BufferedImage image, PictureFormat format, float quality, @Nullable Words words)
            throws IOException {
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName(format.writer());
        if (!writers.hasNext()) {
            throw new IOException("no writer of " + format);
        }
        ImageWriter writer = writers.next();
        try (ImageOutputStream to = ImageIO.createImageOutputStream(out)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            if (format != PictureFormat.PNG) {
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionType(format == PictureFormat.JPEG ? "JPEG" : "Deflate");
                param.setCompressionQuality(format == PictureFormat.JPEG ? quality : 1);
            }
            IIOMetadata metadata = null;
            if (words != null) {
                metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), param);
                words.add(metadata);
            }
            writer.setOutput(to);
            writer.write(null, new IIOImage(image, null, metadata), param);
        } finally {
            writer.dispose();
        }
    }
}
