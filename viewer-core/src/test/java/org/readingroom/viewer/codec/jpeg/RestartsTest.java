package org.readingroom.viewer.codec.jpeg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.readingroom.viewer.codec.CodecException;
import org.readingroom.viewer.codec.PixelFormat;

/// Streams in intervals, against the JDK's own decoder where it has one, else against the picture they were made of.
// [utest->req~codec.jpeg~1]
final class RestartsTest {
    private static final int COLUMNS = 45;
    private static final int ROWS = 37;

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 5", "1, 6", "1, 7", "1, 50", "3, 1", "3, 2", "3, 3", "3, 10"})
    void aPictureInIntervalsDecodesAsTheJdkDecodesIt(int components, int interval) throws Exception {
        byte[] stream = encoded(components, interval);
        assertEquals(interval, restartInterval(stream));
        Raster truth = raster(stream);
        PixelFormat format = new PixelFormat(
                ROWS, COLUMNS, components, 8, 8, 7, false, components == 1 ? "MONOCHROME2" : "YBR_FULL_422", 0);
        byte[] ours = new JpegDecoder().decode(stream, format).bytes();
        byte[] theirs = new byte[ours.length];
        for (int i = 0; i < theirs.length; i++) {
            int pixel = i / components;
            theirs[i] = (byte) truth.getSample(pixel % COLUMNS, pixel / COLUMNS, i % components);
        }
        assertArrayEquals(theirs, ours);
    }

    /// A marker of another number: an interval was lost, and what follows would land in the wrong place.
    @ParameterizedTest
    @CsvSource({"1, 6", "3, 2"})
    void aLostIntervalIsRefused(int components, int interval) throws Exception {
        byte[] stream = encoded(components, interval);
        int first = marker(stream, 0xD0, 0);
        int second = marker(stream, 0xD1, first);
        byte[] lost = new byte[stream.length - (second - first)];
        System.arraycopy(stream, 0, lost, 0, first);
        System.arraycopy(stream, second, lost, first, stream.length - second);
        PixelFormat format = new PixelFormat(
                ROWS, COLUMNS, components, 8, 8, 7, false, components == 1 ? "MONOCHROME2" : "YBR_FULL_422", 0);
        assertThrows(CodecException.class, () -> new JpegDecoder().decode(lost, format));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "4, 3", "5, 2", "6, 7", "7, 9", "7, 36"})
    void losslessLinesStartAfreshAfterEachMarker(int predictor, int lines) throws Exception {
        int[][] picture = new int[ROWS][COLUMNS];
        for (int y = 0; y < ROWS; y++) {
            for (int x = 0; x < COLUMNS; x++) {
                // reaches both ends of sixteen bits, so that differences go round
                picture[y][x] = (x * 4001 + y * 7919 + (x * y % 7) * 9001) & 0xFFFF;
            }
        }
        byte[] stream = LosslessEncoder.encoded(picture, predictor, lines);
        PixelFormat format = new PixelFormat(ROWS, COLUMNS, 1, 16, 16, 15, false, "MONOCHROME2", 0);
        byte[] ours = new JpegDecoder().decode(stream, format).bytes();
        for (int y = 0; y < ROWS; y++) {
            for (int x = 0; x < COLUMNS; x++) {
                int at = 2 * (y * COLUMNS + x);
                assertEquals(picture[y][x], ours[at] & 0xFF | (ours[at + 1] & 0xFF) << 8, "column " + x + ", row " + y);
            }
        }
    }

    private static int marker(byte[] stream, int code, int from) {
        for (int at = from; at + 1 < stream.length; at++) {
            if (stream[at] == -1 && (stream[at + 1] & 0xFF) == code) {
                return at;
            }
        }
        throw new AssertionError("no marker " + Integer.toHexString(code));
    }

    private static int restartInterval(byte[] stream) {
        int at = marker(stream, 0xDD, 0);
        return (stream[at + 4] & 0xFF) << 8 | stream[at + 5] & 0xFF;
    }

    private static byte[] encoded(int components, int interval) throws Exception {
        BufferedImage image = new BufferedImage(
                COLUMNS, ROWS, components == 1 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < ROWS; y++) {
            for (int x = 0; x < COLUMNS; x++) {
                for (int c = 0; c < components; c++) {
                    image.getRaster().setSample(x, y, c, (x * (7 + c) + y * (3 + 5 * c) + x * y * c / 9) & 0xFF);
                }
            }
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), null);
        String name = metadata.getNativeMetadataFormatName();
        IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(name);
        IIOMetadataNode dri = new IIOMetadataNode("dri");
        dri.setAttribute("interval", Integer.toString(interval));
        root.getElementsByTagName("markerSequence")
                .item(0)
                .insertBefore(
                        dri, root.getElementsByTagName("markerSequence").item(0).getFirstChild());
        metadata.setFromTree(name, root);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ImageOutputStream to = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(to);
            writer.write(null, new IIOImage(image, null, metadata), null);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    private static Raster raster(byte[] stream) throws Exception {
        ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(stream))) {
            reader.setInput(in);
            return reader.readRaster(0, null);
        } finally {
            reader.dispose();
        }
    }
}
