package org.readingroom.viewer.picture;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/// Writes moving pictures as GIF: greys exact, colours as near as 256 of them come.
///
/// A GIF counts in hundredths of a second, so that its rate is the nearest that this allows.
///
/// **Thread:** one at a time; blocks.
// [impl->req~export.video~1]
public final class GifFile implements AutoCloseable {
    private static final String FORMAT = "javax_imageio_gif_image_1.0";

    private final ImageOutputStream out;
    private final ImageWriter writer =
            ImageIO.getImageWritersByFormatName("gif").next();
    private final int hundredths;
    private boolean isBegun;

    public GifFile(OutputStream out, double framesPerSecond) throws IOException {
        this.out = ImageIO.createImageOutputStream(out);
        // players take less than two for a mistake and play ten a second
        this.hundredths = Math.clamp(Math.round(100 / framesPerSecond), 2, 6000);
    }

    /// The rate at which it will play.
    public double framesPerSecond() {
        return 100.0 / hundredths;
    }

    /// `argb` is row-major and opaque.
    public void add(int[] argb, int columns, int rows) throws IOException {
        GifPalette palette = GifPalette.of(argb);
        int[] colours = palette.colours();
        BufferedImage image = new BufferedImage(
                columns,
                rows,
                BufferedImage.TYPE_BYTE_INDEXED,
                new IndexColorModel(8, colours.length, colours, 0, false, -1, java.awt.image.DataBuffer.TYPE_BYTE));
        byte[] indices = new byte[argb.length];
        for (int i = 0; i < argb.length; i++) {
            indices[i] = (byte) palette.index(argb[i]);
        }
        image.getRaster().setDataElements(0, 0, columns, rows, indices);
        IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), null);
        metadata.setFromTree(FORMAT, timed((IIOMetadataNode) metadata.getAsTree(FORMAT)));
        if (!isBegun) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            isBegun = true;
        }
        writer.writeToSequence(new IIOImage(image, null, metadata), null);
    }

    private IIOMetadataNode timed(IIOMetadataNode root) {
        IIOMetadataNode control = child(root, "GraphicControlExtension");
        control.setAttribute("disposalMethod", "none");
        control.setAttribute("userInputFlag", "FALSE");
        control.setAttribute("transparentColorFlag", "FALSE");
        control.setAttribute("transparentColorIndex", "0");
        control.setAttribute("delayTime", Integer.toString(hundredths));
        if (!isBegun) {
            IIOMetadataNode loop = new IIOMetadataNode("ApplicationExtension");
            loop.setAttribute("applicationID", "NETSCAPE");
            loop.setAttribute("authenticationCode", "2.0");
            loop.setUserObject(new byte[] {1, 0, 0});
            child(root, "ApplicationExtensions").appendChild(loop);
        }
        return root;
    }

    private static IIOMetadataNode child(IIOMetadataNode root, String name) {
        for (int i = 0; i < root.getLength(); i++) {
            if (root.item(i).getNodeName().equals(name)) {
                return (IIOMetadataNode) root.item(i);
            }
        }
        IIOMetadataNode made = new IIOMetadataNode(name);
        root.appendChild(made);
        return made;
    }

    @Override
    public void close() throws IOException {
        if (isBegun) {
            writer.endWriteSequence();
        }
        writer.dispose();
        out.close();
    }
}
