package org.readingroom.report.redline;

import java.util.Locale;
import org.readingroom.report.model.StudyIdentity;
import org.readingroom.report.redline.SentenceChange.Kind;

/// A redline outside the window: plain text with `[-taken out-]` and `{+put in+}`, and HTML with `del` and `ins`.
///
/// Both begin with whose report it is, so they leave only through the export gate.
// [impl->req~report.redline.export~1]
public final class RedlineText {
    private final Redline redline;
    private final RedlineWords words;

    public RedlineText(Redline redline, RedlineWords words) {
        this.redline = redline;
        this.words = words;
    }

    public String plain() {
        StringBuilder text = new StringBuilder();
        text.append(words.get("report.redline.title")).append('\n');
        text.append(whose()).append('\n');
        text.append(versions()).append("\n");
        for (SectionRedline section : redline.sections()) {
            if (section.changes().isEmpty()) {
                continue;
            }
            text.append('\n').append(words.get(section.kind().messageKey())).append('\n');
            for (SentenceChange change : section.changes()) {
                text.append(marked(change).strip());
                String note = words.note(change);
                text.append(note.isEmpty() ? "" : "  «" + note + "»").append('\n');
                words.evidence(change)
                        .forEach(line -> text.append("    ").append(line).append('\n'));
            }
        }
        facts().forEach(line -> text.append('\n').append(line).append('\n'));
        return text.toString();
    }

    /// A page of its own, without scripts and without anything from elsewhere.
    public String html() {
        StringBuilder page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"")
                .append(words.get("report.redline.lang"))
                .append("\"><head><meta charset=\"utf-8\"><title>")
                .append(escaped(words.get("report.redline.title")))
                .append("</title><style>del{color:#a33}ins{color:#063;font-weight:bold}small{color:#555}</style>")
                .append("</head><body>\n<h1>")
                .append(escaped(words.get("report.redline.title")))
                .append("</h1>\n<p>")
                .append(escaped(whose()))
                .append("</p>\n<p>")
                .append(escaped(versions()))
                .append("</p>\n");
        for (SectionRedline section : redline.sections()) {
            if (section.changes().isEmpty()) {
                continue;
            }
            page.append("<h2>")
                    .append(escaped(words.get(section.kind().messageKey())))
                    .append("</h2>\n");
            for (SentenceChange change : section.changes()) {
                page.append("<p>");
                change.pieces().forEach(piece -> page.append(tagged(shown(change, piece))));
                String note = words.note(change);
                page.append(note.isEmpty() ? "" : " <small>" + escaped(note) + "</small>");
                words.evidence(change)
                        .forEach(line ->
                                page.append("<br><small>").append(escaped(line)).append("</small>"));
                page.append("</p>\n");
            }
        }
        facts().forEach(line -> page.append("<p>").append(escaped(line)).append("</p>\n"));
        return page.append("</body></html>\n").toString();
    }

    private java.util.List<String> facts() {
        java.util.List<String> lines = new java.util.ArrayList<>();
        if (redline.isConclusionChanged()) {
            lines.add(words.get(
                    "report.redline.conclusion",
                    words.get(redline.before().report().conclusion().messageKey()),
                    words.get(redline.after().report().conclusion().messageKey())));
        }
        if (redline.areKeyImagesChanged()) {
            lines.add(words.get("report.redline.key-images"));
        }
        return lines;
    }

    private String whose() {
        StudyIdentity study = redline.after().report().study();
        return study.patient().name().display() + "  " + study.patient().id().value() + "  " + study.accessionNumber()
                + "  " + study.description();
    }

    private String versions() {
        return words.version(redline.before()) + "  →  " + words.version(redline.after());
    }

    private static String marked(SentenceChange change) {
        StringBuilder text = new StringBuilder();
        for (Piece piece : change.pieces()) {
            Piece shown = shown(change, piece);
            text.append(
                    switch (shown.act()) {
                        case KEPT -> shown.text();
                        case REMOVED -> "[-" + shown.text().strip() + "-]";
                        case ADDED -> "{+" + shown.text().strip() + "+}";
                    });
        }
        return text.toString();
    }

    /// White space that came or went alone is nobody's change.
    private static Piece shown(SentenceChange change, Piece piece) {
        boolean isQuiet = change.kind() == Kind.SAME || piece.text().isBlank();
        return isQuiet ? new Piece(Piece.Act.KEPT, piece.text()) : piece;
    }

    private static String tagged(Piece piece) {
        String tag = piece.act() == Piece.Act.KEPT ? "" : piece.act() == Piece.Act.REMOVED ? "del" : "ins";
        String text = escaped(piece.text());
        return tag.isEmpty() ? text : String.format(Locale.ROOT, "<%s>%s</%s>", tag, text, tag);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("\n", "<br>");
    }
}
