package org.readingroom.viewer.deidentify;

import java.util.ArrayList;
import java.util.List;
import org.readingroom.viewer.deidentify.DeidentificationReport.Outcome;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.Vr;

/// Goes through the attributes of one object, its items included, and does to each what was decided.
record ElementPass(
        Decisions decisions,
        IdentityWords words,
        Pseudonyms pseudonyms,
        DateShift shift,
        DeidentificationReport report) {
    /// chosen: as many digits in a row are a date or a number of somebody's.
    private static final String MANY_DIGITS = ".*\\d{6}.*";

    DataSetBuilder set(DataSet original, int depth, int mostDepth) {
        DataSetBuilder built = DataSetBuilder.create();
        for (int tag : original.tags()) {
            Vr vr = original.vr(tag).orElse(Vr.UN);
            if (Tag.isPrivate(tag)) {
                report.note(tag, Outcome.REMOVED);
            } else if (vr == Vr.SQ) {
                sequence(original, tag, built, depth, mostDepth);
            } else if ((tag & 0xFFFF) != 0 && !isPixels(tag) && tag != Tag.SPECIFIC_CHARACTER_SET) {
                element(original, tag, vr, built);
            }
        }
        return built;
    }

    private static boolean isPixels(int tag) {
        return tag == Tag.PIXEL_DATA || tag == Tag.FLOAT_PIXEL_DATA || tag == Tag.DOUBLE_FLOAT_PIXEL_DATA;
    }

    private void sequence(DataSet original, int tag, DataSetBuilder built, int depth, int mostDepth) {
        Action action = depth < mostDepth ? decisions.of(tag, Vr.SQ) : Action.REMOVE;
        if (action == Action.REMOVE) {
            report.note(tag, Outcome.REMOVED);
            return;
        }
        if (action == Action.EMPTY) {
            built.sequence(tag, List.of());
            report.note(tag, Outcome.EMPTIED);
            return;
        }
        List<DataSet> items = new ArrayList<>();
        for (DataSet item : original.items(tag)) {
            items.add(set(item, depth + 1, mostDepth).build());
        }
        built.sequence(tag, items);
        report.note(tag, Outcome.KEPT);
    }

    private void element(DataSet original, int tag, Vr vr, DataSetBuilder built) {
        boolean isEmpty = original.length(tag) <= 0;
        Action action = decisions.of(tag, vr);
        switch (isEmpty && action != Action.REMOVE ? Action.KEEP : action) {
            case REMOVE -> report.note(tag, Outcome.REMOVED);
            case EMPTY -> {
                built.bytes(tag, vr, new byte[0]);
                report.note(tag, Outcome.EMPTIED);
            }
            case DUMMY -> {
                dummy(tag, vr, built);
                report.note(tag, Outcome.REPLACED);
            }
            case REPLACE_UID -> {
                built.text(
                        tag,
                        Vr.UI,
                        original.strings(tag).stream().map(this::uid).toArray(String[]::new));
                report.note(tag, Outcome.REPLACED);
            }
            case SHIFT -> {
                built.text(
                        tag, vr, original.strings(tag).stream().map(shift::move).toArray(String[]::new));
                report.note(tag, Outcome.REPLACED);
            }
            case CLEAN -> clean(original, tag, vr, built);
            case KEEP -> keep(original, tag, vr, built);
        }
    }

    private String uid(String original) {
        // What the standard itself names is nobody's.
        return original.isEmpty() || original.startsWith("1.2.840.10008.") ? original : pseudonyms.uid(original);
    }

    private void keep(DataSet original, int tag, Vr vr, DataSetBuilder built) {
        copy(original, tag, vr, built);
        report.note(tag, Outcome.KEPT);
    }

    private void clean(DataSet original, int tag, Vr vr, DataSetBuilder built) {
        boolean isTelling = original.strings(tag).stream().anyMatch(text -> words.areIn(text) || isNumber(tag, text));
        if (!isTelling) {
            keep(original, tag, vr, built);
            return;
        }
        if (decisions.isStrict()) {
            dummy(tag, vr, built);
        } else {
            built.bytes(tag, vr, new byte[0]);
        }
        report.note(tag, Outcome.CLEANED);
    }

    /// Long numbers are somebody's in words about a person; in codes and names of devices they are not.
    private static boolean isNumber(int tag, String text) {
        return ProfileTable.row(tag).isPresent() && text.matches(MANY_DIGITS);
    }

    static void copy(DataSet original, int tag, Vr vr, DataSetBuilder built) {
        if (vr.followsCharacterSet()) {
            built.text(tag, vr, original.strings(tag).toArray(String[]::new));
        } else {
            built.bytes(tag, vr, original.bytes(tag));
        }
    }

    private void dummy(int tag, Vr vr, DataSetBuilder built) {
        switch (vr) {
            case DA -> built.text(tag, vr, "19000101");
            case TM -> built.text(tag, vr, "000000");
            case DT -> built.text(tag, vr, "19000101000000");
            case IS, DS -> built.text(tag, vr, "0");
            case UI -> built.text(tag, vr, pseudonyms.uid("dummy"));
            case PN, LO, SH, LT, ST, UT, UC, CS, AE -> built.text(tag, vr, "REMOVED");
            default -> built.bytes(tag, vr, new byte[0]);
        }
    }
}
