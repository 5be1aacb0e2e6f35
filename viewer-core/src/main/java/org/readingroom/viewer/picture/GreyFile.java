package org.readingroom.viewer.picture;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferUShort;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import org.readingroom.viewer.volume.GreySlice;

/// Writes the greys of a frame as they are stored, in 16 bits and one pixel for each, with the rule that
/// leads to modality values.
///
/// The file's values are whole and from 0 on: `modality value = RescaleSlope × value + RescaleIntercept`,
/// of which both stand in the file, as text of PNG or the description of TIFF.
// [impl->req~export.pictures~1]
public final class GreyFile {
    private GreyFile() {}

    /// **Errors:** [IllegalArgumentException] for values that 16 bits do not hold, and for JPEG.
    public static void write(OutputStream out, GreySlice slice, String unit, PictureFormat format) throws IOException {
        if (slice.exact() != null || !format.isDeep()) {
            throw new IllegalArgumentException("no 16 bits of grey");
        }
        int shift = 0;
        for (short sample : slice.samples()) {
            shift = Math.max(shift, -sample);
        }
        shift = shift > 0 ? 32768 : 0;
        BufferedImage image = new BufferedImage(slice.columns(), slice.rows(), BufferedImage.TYPE_USHORT_GRAY);
        short[] greys = ((DataBufferUShort) image.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < greys.length; i++) {
            greys[i] = (short) (slice.samples()[i] + shift);
        }
        Map<String, String> told = new TreeMap<>();
        told.put("RescaleIntercept", number(slice.intercept() - (double) slice.slope() * shift));
        told.put("RescaleSlope", number(slice.slope()));
        told.put("RescaleType", unit.isBlank() ? "US" : unit);
        PictureFile.write(out, image, format, 1, metadata -> tell(metadata, format, told));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.9g", value)
                .replaceFirst("(\\.\\d*?)0+$", "$1")
                .replaceFirst("\\.$", "");
    }

    private static void tell(IIOMetadata metadata, PictureFormat format, Map<String, String> told)
            throws IIOInvalidTreeException {
        if (format == PictureFormat.PNG) {
            IIOMetadataNode texts = new IIOMetadataNode("tEXt");
            told.forEach((key, value) -> {
                IIOMetadataNode entry = new IIOMetadataNode("tEXtEntry");
                entry.setAttribute("keyword", key);
                entry.setAttribute("value", value);
                texts.appendChild(entry);
            });
            IIOMetadataNode root = new IIOMetadataNode("javax_imageio_png_1.0");
            root.appendChild(texts);
            metadata.mergeTree("javax_imageio_png_1.0", root);
            return;
        }
        IIOMetadataNode text = new IIOMetadataNode("TIFFAscii");
        text.setAttribute(
                "value",
                String.join(
                        "; ",
                        told.entrySet().stream()
                                .map(e -> e.getKey() + "=" + e.getValue())
                                .toList()));
        IIOMetadataNode texts = new IIOMetadataNode("TIFFAsciis");
        texts.appendChild(text);
        IIOMetadataNode field = new IIOMetadataNode("TIFFField");
        field.setAttribute("number", "270");
        field.setAttribute("name", "ImageDescription");
        field.appendChild(texts);
        IIOMetadataNode directory = new IIOMetadataNode("TIFFIFD");
        directory.setAttribute("tagSets", "javax.imageio.plugins.tiff.BaselineTIFFTagSet");
        directory.appendChild(field);
        IIOMetadataNode root = new IIOMetadataNode("javax_imageio_tiff_image_1.0");
        root.appendChild(directory);
        metadata.mergeTree("javax_imageio_tiff_image_1.0", root);
    }
}
