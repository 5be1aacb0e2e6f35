package org.readingroom.viewer.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/// Another reader gets the same pixels back.
class PngWriterTest {
    @Test
    void theJdkReadsBackEveryPixel() throws IOException {
        int[] argb = new Random(3).ints(37 * 23).map(i -> i | 0xFF000000).toArray();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PngWriter.write(argb, 37, 23, out);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(out.toByteArray()));
        assertEquals(37, image.getWidth());
        assertArrayEquals(argb, image.getRGB(0, 0, 37, 23, null, 0, 37));
    }
}
