package org.readingroom.report.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/// Where every letter of a PDF lies, as its reader places them.
record Placed(int page, float direction, float left, float right, float baseline, String letter) {
    /// chosen: neighbours touch, and rounding lets them overlap by a hair.
    private static final float HAIR = 0.5f;

    /// Letters outside the page, and pairs of letters that lie on each other. Empty for a sound page.
    static List<String> troubles(byte[] pdf) throws IOException {
        List<String> troubles = new ArrayList<>();
        List<Placed> all = all(pdf);
        for (int i = 0; i < all.size(); i++) {
            Placed one = all.get(i);
            if (one.left < 0 || one.right > one.room() || one.baseline < 0) {
                troubles.add("outside: " + one.told());
            }
            for (Placed other : all.subList(i + 1, all.size())) {
                if (one.liesOn(other)) {
                    troubles.add(one.told() + " on " + other.told());
                }
            }
        }
        return troubles.subList(0, Math.min(5, troubles.size()));
    }

    /// Every letter, measured along its own line: what runs up the page has its left end at the foot.
    static List<Placed> all(byte[] pdf) throws IOException {
        List<Placed> all = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition text) {
                    all.add(new Placed(
                            getCurrentPageNo(),
                            text.getDir(),
                            text.getXDirAdj(),
                            text.getXDirAdj() + text.getWidthDirAdj(),
                            text.getYDirAdj(),
                            text.getUnicode()));
                }
            };
            stripper.getText(document);
        }
        return all;
    }

    /// How long a line of this direction may be on A4.
    private float room() {
        return direction % 180 == 0 ? PDRectangle.A4.getWidth() : PDRectangle.A4.getHeight();
    }

    private boolean liesOn(Placed other) {
        return page == other.page
                && direction == other.direction
                && Math.abs(baseline - other.baseline) < 4
                && left < other.right - HAIR
                && other.left < right - HAIR;
    }

    private String told() {
        return String.format(Locale.ROOT, "%s at %.1f, %.1f of page %d", letter, left, baseline, page);
    }
}
