package org.readingroom.desktop.cli;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A picture at most 1280 wide in 256 colours, chosen by halving the box of colours that is worst served.
///
/// **Source:** P. Heckbert, Color image quantization for frame buffer display, SIGGRAPH 1982.
final class ReducedPicture {
    private static final int COLOURS = 256;
    private static final int WIDEST = 1280;
    private static final int[] SHIFTS = {16, 8, 0};

    private ReducedPicture() {}

    private record Tone(int rgb, int count) {
        int part(int shift) {
            return rgb >> shift & 0xFF;
        }
    }

    /// Tones, with the channel in which they differ most and how much that matters.
    private record Box(List<Tone> tones, int shift, double badness) {
        static Box of(List<Tone> tones) {
            int shift = 0;
            int widest = -1;
            for (int each : SHIFTS) {
                int least =
                        tones.stream().mapToInt(tone -> tone.part(each)).min().orElse(0);
                int most =
                        tones.stream().mapToInt(tone -> tone.part(each)).max().orElse(0);
                if (most - least > widest) {
                    widest = most - least;
                    shift = each;
                }
            }
            double pixels = tones.stream().mapToDouble(Tone::count).sum();
            // chosen: a few pixels of a rare colour count nearly as much as many of a common one
            return new Box(tones, shift, widest * Math.pow(pixels, 0.3));
        }

        /// Two boxes of about as many tones each.
        List<Box> halves() {
            List<Tone> sorted = new ArrayList<>(tones);
            sorted.sort(Comparator.comparingInt(tone -> tone.part(shift)));
            int middle = sorted.size() / 2;
            return List.of(of(sorted.subList(0, middle)), of(sorted.subList(middle, sorted.size())));
        }

        int mean() {
            double pixels = tones.stream().mapToDouble(Tone::count).sum();
            int rgb = 0;
            for (int each : SHIFTS) {
                double sum = tones.stream()
                        .mapToDouble(tone -> (double) tone.count() * tone.part(each))
                        .sum();
                rgb |= (int) Math.rint(sum / pixels) << each;
            }
            return rgb;
        }
    }

    static BufferedImage of(BufferedImage full) {
        BufferedImage picture = narrowed(full);
        int width = picture.getWidth();
        int height = picture.getHeight();
        int[] rgb = picture.getRGB(0, 0, width, height, null, 0, width);
        Map<Integer, Integer> counts = new HashMap<>();
        for (int each : rgb) {
            counts.merge(each & 0xFFFFFF, 1, Integer::sum);
        }
        List<Box> boxes = boxes(counts);
        int[] palette = boxes.stream().mapToInt(Box::mean).toArray();
        Map<Integer, Integer> numbers = new HashMap<>();
        for (int number = 0; number < boxes.size(); number++) {
            for (Tone tone : boxes.get(number).tones()) {
                numbers.put(tone.rgb(), number);
            }
        }
        IndexColorModel colours =
                new IndexColorModel(8, palette.length, palette, 0, false, -1, java.awt.image.DataBuffer.TYPE_BYTE);
        BufferedImage reduced = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, colours);
        int[] indices = new int[rgb.length];
        for (int i = 0; i < rgb.length; i++) {
            indices[i] = numbers.getOrDefault(rgb[i] & 0xFFFFFF, 0);
        }
        reduced.getRaster().setPixels(0, 0, width, height, indices);
        return reduced;
    }

    private static BufferedImage narrowed(BufferedImage full) {
        if (full.getWidth() <= WIDEST) {
            return full;
        }
        int height = Math.round((float) full.getHeight() * WIDEST / full.getWidth());
        BufferedImage narrow = new BufferedImage(WIDEST, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = narrow.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        canvas.drawImage(full, 0, 0, WIDEST, height, null);
        canvas.dispose();
        return narrow;
    }

    private static List<Box> boxes(Map<Integer, Integer> counts) {
        List<Box> boxes = new ArrayList<>();
        boxes.add(Box.of(counts.entrySet().stream()
                .map(entry -> new Tone(entry.getKey(), entry.getValue()))
                .toList()));
        while (boxes.size() < COLOURS) {
            Box worst = boxes.stream()
                    .filter(box -> box.tones().size() > 1)
                    .max(Comparator.comparingDouble(Box::badness))
                    .orElse(null);
            if (worst == null) {
                break;
            }
            boxes.remove(worst);
            boxes.addAll(worst.halves());
        }
        return boxes;
    }
}
