package org.readingroom.desktop.exporting;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.readingroom.desktop.settings.WindowMemory;
import org.readingroom.services.export.DicomOrder.Packing;
import org.readingroom.viewer.deidentify.DeidentifyOption;

/// What is to be exported and in what form, as the sheet remembers it.
///
/// `isAnonymous` is for pictures and DICOM: without the words that name the patient, or de-identified.
public record ExportChoice(
        What what,
        Form form,
        Packing packing,
        boolean withMarks,
        boolean isAnonymous,
        boolean mayResample,
        boolean isLookedAt,
        boolean isOnceOnly,
        Set<DeidentifyOption> options) {
    public ExportChoice {
        options = Set.copyOf(options);
    }

    /// How much of what is on the desk.
    public enum What {
        VIEW,
        VIEWS,
        SERIES,
        STUDY;

        /// A line of the message bundles.
        public String messageKey() {
            return "desktop.export.what." + name().toLowerCase(Locale.ROOT);
        }
    }

    /// In what kind of file.
    public enum Form {
        PNG,
        JPEG,
        TIFF,
        NATIVE_PNG,
        NATIVE_TIFF,
        DEEP_PNG,
        DEEP_TIFF,
        MP4,
        GIF,
        NIFTI,
        NIFTI_PLAIN,
        DICOM;

        /// A line of the message bundles.
        public String messageKey() {
            return "desktop.export.form." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /// How much can be had in this form.
        public List<What> whats() {
            return switch (this) {
                case PNG, JPEG, TIFF -> List.of(What.VIEW, What.VIEWS, What.SERIES);
                case NATIVE_PNG, NATIVE_TIFF, DEEP_PNG, DEEP_TIFF -> List.of(What.VIEW, What.SERIES);
                case MP4, GIF, NIFTI, NIFTI_PLAIN -> List.of(What.SERIES);
                case DICOM -> List.of(What.SERIES, What.STUDY);
            };
        }

        /// Whether marks and words can be in it: what is photographed as it is shown.
        public boolean isPhoto() {
            return switch (this) {
                case PNG, JPEG, TIFF, MP4, GIF -> true;
                default -> false;
            };
        }

        boolean isVolume() {
            return this == NIFTI || this == NIFTI_PLAIN;
        }

        boolean isVideo() {
            return this == MP4 || this == GIF;
        }
    }

    static final ExportChoice FIRST = new ExportChoice(
            What.VIEW,
            Form.PNG,
            Packing.FOLDER,
            true,
            true,
            false,
            false,
            false,
            Set.of(DeidentifyOption.RETAIN_PATIENT_CHARACTERISTICS, DeidentifyOption.RETAIN_MODIFIED_DATES));

    /// Whether the name of the patient, or what may hold it, is in what leaves.
    public boolean isNamed() {
        return switch (form) {
            case DICOM, PNG, JPEG, TIFF, MP4, GIF -> !isAnonymous;
            default -> false;
        };
    }

    static ExportChoice remembered(WindowMemory memory) {
        String key = "export.";
        Set<DeidentifyOption> options = memory.text(key + "options")
                .map(text -> List.of(text.split(" ")).stream()
                        .flatMap(name -> EnumSet.allOf(DeidentifyOption.class).stream()
                                .filter(option -> option.name().equals(name)))
                        .collect(Collectors.toSet()))
                .orElse(FIRST.options);
        return new ExportChoice(
                named(What.values(), memory.text(key + "what").orElse(""), FIRST.what),
                named(Form.values(), memory.text(key + "form").orElse(""), FIRST.form),
                named(Packing.values(), memory.text(key + "packing").orElse(""), FIRST.packing),
                memory.fact(key + "marks", FIRST.withMarks),
                memory.fact(key + "anonymous", FIRST.isAnonymous),
                memory.fact(key + "resample", FIRST.mayResample),
                // what somebody has looked at once says nothing of the next pictures
                false,
                memory.fact(key + "once", FIRST.isOnceOnly),
                options);
    }

    private static <E extends Enum<E>> E named(E[] all, String name, E otherwise) {
        for (E each : all) {
            if (each.name().equals(name)) {
                return each;
            }
        }
        return otherwise;
    }

    void remember(WindowMemory memory) {
        String key = "export.";
        memory.keep(key + "what", what);
        memory.keep(key + "form", form);
        memory.keep(key + "packing", packing);
        memory.keep(key + "marks", withMarks);
        memory.keep(key + "anonymous", isAnonymous);
        memory.keep(key + "resample", mayResample);
        memory.keep(key + "once", isOnceOnly);
        memory.keep(key + "options", options.stream().map(Enum::name).sorted().collect(Collectors.joining(" ")));
    }
}
