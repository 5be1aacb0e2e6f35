package org.readingroom.viewer.deidentify;

import static org.readingroom.viewer.deidentify.DeidentifyOption.CLEAN_DESCRIPTORS;
import static org.readingroom.viewer.deidentify.DeidentifyOption.CLEAN_GRAPHICS;
import static org.readingroom.viewer.deidentify.DeidentifyOption.CLEAN_STRUCTURED_CONTENT;
import static org.readingroom.viewer.deidentify.DeidentifyOption.RETAIN_DEVICE_IDENTITY;
import static org.readingroom.viewer.deidentify.DeidentifyOption.RETAIN_FULL_DATES;
import static org.readingroom.viewer.deidentify.DeidentifyOption.RETAIN_INSTITUTION_IDENTITY;
import static org.readingroom.viewer.deidentify.DeidentifyOption.RETAIN_MODIFIED_DATES;
import static org.readingroom.viewer.deidentify.DeidentifyOption.RETAIN_PATIENT_CHARACTERISTICS;
import static org.readingroom.viewer.deidentify.DeidentifyOption.RETAIN_UIDS;

import java.util.Optional;
import java.util.Set;
import org.readingroom.viewer.deidentify.ProfileTable.Row;
import org.readingroom.viewer.dicom.Dictionary;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.Vr;

/// Which action an attribute gets, by the table and the options; what the table does not name, by its kind.
///
/// `isStrict` tells objects whose definition wants values where plain images may go without.
// [impl->req~export.deidentify~1]
record Decisions(Set<DeidentifyOption> options, boolean isStrict) {
    private static final int TEXT_VALUE = 0x0040A160;
    private static final int TRACKING_ID = 0x00620020;
    private static final int UNFORMATTED_TEXT_VALUE = 0x00700006;
    private static final int LOCAL_NAMESPACE = 0x00400031;
    private static final int UNIVERSAL_ENTITY = 0x00400032;
    private static final int FIRST_OF_BREED = 0x00102292;
    private static final int LAST_OF_BREED = 0x00102296;
    private static final int TEXT_OBJECT_SEQUENCE = 0x00700008;
    private static final int COMPOUND_GRAPHIC_SEQUENCE = 0x00700209;
    private static final int PATIENT_SPECIES_DESCRIPTION = 0x00102201;
    private static final int PATIENT_SPECIES_CODE_SEQUENCE = 0x00102202;
    private static final int LONG_CODE_VALUE = 0x00080119;
    private static final int URN_CODE_VALUE = 0x00080120;
    private static final int MAC_PARAMETERS_SEQUENCE = 0x4FFE0001;

    Action of(int tag, Vr vr) {
        Optional<Row> row = ProfileTable.row(tag);
        boolean isUnreadable = vr == Vr.UN || isOverlay(tag) || tag == MAC_PARAMETERS_SEQUENCE;
        if (isUnreadable
                || tag == Tag.ISSUER_OF_ACCESSION_NUMBER_SEQUENCE
                || tag == TEXT_OBJECT_SEQUENCE
                || tag == COMPOUND_GRAPHIC_SEQUENCE) {
            return Action.REMOVE;
        }
        return row.isPresent() ? byTable(row.get(), vr) : byKind(tag, vr);
    }

    /// A plane without its bitmap is none, so all of it goes.
    private static boolean isOverlay(int tag) {
        return (Tag.group(tag) & 0xFFE1) == 0x6000;
    }

    private Action byTable(Row row, Vr vr) {
        boolean isKept = row.has('u') && options.contains(RETAIN_UIDS)
                || row.has('d') && options.contains(RETAIN_DEVICE_IDENTITY)
                || row.has('i') && options.contains(RETAIN_INSTITUTION_IDENTITY)
                || row.has('k') && options.contains(RETAIN_PATIENT_CHARACTERISTICS);
        if (isKept) {
            return Action.KEEP;
        }
        if (row.has('f') && keepsTimes()) {
            return ofTime(vr);
        }
        boolean isCleaned = row.has('t') && options.contains(CLEAN_DESCRIPTORS)
                || row.has('h') && options.contains(RETAIN_PATIENT_CHARACTERISTICS);
        if (isCleaned) {
            // Nobody can clean sentences by rule: only short words are weighed.
            return isSentence(vr) ? basic(row.basic(), vr) : Action.CLEAN;
        }
        if (row.has('s') && options.contains(CLEAN_STRUCTURED_CONTENT)) {
            return Action.KEEP;
        }
        // Bitmaps may hold words, and no rule reads them: only drawn graphics are kept.
        if (row.has('g') && options.contains(CLEAN_GRAPHICS) && vr == Vr.SQ) {
            return Action.KEEP;
        }
        return basic(row.basic(), vr);
    }

    private boolean keepsTimes() {
        return options.contains(RETAIN_FULL_DATES) || options.contains(RETAIN_MODIFIED_DATES);
    }

    private Action ofTime(Vr vr) {
        boolean isDate = vr == Vr.DA || vr == Vr.DT;
        return isDate && options.contains(RETAIN_MODIFIED_DATES) ? Action.SHIFT : Action.KEEP;
    }

    /// Of several codes the one that leaves the object valid and says least.
    private Action basic(String codes, Vr vr) {
        return switch (codes) {
            case "X" -> Action.REMOVE;
            case "Z", "X/Z" -> Action.EMPTY;
            case "Z/D" -> isStrict ? dummy(vr) : Action.EMPTY;
            case "U" -> Action.REPLACE_UID;
            case "X/D", "X/Z/D" -> vr == Vr.SQ ? Action.EMPTY : isStrict ? dummy(vr) : Action.REMOVE;
            case "X/Z/U" -> Action.KEEP;
            default -> dummy(vr);
        };
    }

    /// No item can be made up that says nothing: a sequence that wants a dummy goes.
    private static Action dummy(Vr vr) {
        return vr == Vr.SQ ? Action.REMOVE : Action.DUMMY;
    }

    private Action byKind(int tag, Vr vr) {
        if (isAboutThePerson(tag) && vr != Vr.UI) {
            boolean isSpecies = tag == PATIENT_SPECIES_DESCRIPTION || tag == PATIENT_SPECIES_CODE_SEQUENCE;
            boolean isBreed = tag >= FIRST_OF_BREED && tag <= LAST_OF_BREED;
            return isSpecies ? Action.KEEP : isBreed ? Action.EMPTY : Action.REMOVE;
        }
        return switch (vr) {
            case PN -> Action.EMPTY;
            case DA, DT, TM -> keepsTimes() ? ofTime(vr) : isStrict ? Action.DUMMY : Action.REMOVE;
            case UI -> isNoPlace(tag) || options.contains(RETAIN_UIDS) ? Action.KEEP : Action.REPLACE_UID;
            case LT, ST, UT, UC, UR -> ofSentence(tag);
            case AE, UN -> Action.REMOVE;
            case LO, SH -> Action.CLEAN;
            case CS -> tag == Tag.BODY_PART_EXAMINED ? Action.CLEAN : Action.KEEP;
            default -> Action.KEEP;
        };
    }

    /// Groups of patient, visit, order and results.
    private static boolean isAboutThePerson(int tag) {
        return switch (Tag.group(tag)) {
            case 0x0010, 0x0012, 0x0032, 0x0038, 0x4008 -> true;
            default -> false;
        };
    }

    private static Action ofSentence(int tag) {
        return switch (tag) {
            case TEXT_VALUE, TRACKING_ID, UNFORMATTED_TEXT_VALUE, LOCAL_NAMESPACE, UNIVERSAL_ENTITY -> Action.DUMMY;
            case LONG_CODE_VALUE, URN_CODE_VALUE -> Action.KEEP;
            default -> Action.REMOVE;
        };
    }

    private static boolean isSentence(Vr vr) {
        return switch (vr) {
            case LT, ST, UT, UC, UR -> true;
            default -> false;
        };
    }

    /// UIDs that name a kind and no thing: classes, syntaxes, coding schemes.
    private static boolean isNoPlace(int tag) {
        String keyword = Dictionary.keyword(tag).orElse("");
        return keyword.contains("Class")
                || keyword.contains("TransferSyntax")
                || keyword.startsWith("CodingScheme")
                || keyword.startsWith("Context")
                || keyword.startsWith("MappingResource");
    }
}
