package org.readingroom.services.export;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.store.StoredInstance;
import org.readingroom.viewer.deidentify.DeidentifyOption;
import org.readingroom.viewer.model.StudyUid;

/// Which DICOM objects of a study are wanted, and how. `without` is null for objects as they came in.
public record DicomOrder(
        StudyUid study,
        List<StoredInstance> instances,
        Packing packing,
        @Nullable Without without,
        String name) {
    public DicomOrder {
        instances = List.copyOf(instances);
    }

    /// In what the files come.
    public enum Packing {
        /// A plain folder, one below it for each series.
        FOLDER(ExportPlace.FILE, ""),
        /// A folder with a DICOMDIR.
        FILE_SET(ExportPlace.MEDIA, ""),
        /// The same in one archive.
        ZIP(ExportPlace.MEDIA, ".zip"),
        /// The same as the image of a disc.
        ISO(ExportPlace.MEDIA, ".iso");

        private final ExportPlace place;
        private final String ending;

        Packing(ExportPlace place, String ending) {
            this.place = place;
            this.ending = ending;
        }

        String ending() {
            return ending;
        }

        ExportPlace place() {
            return place;
        }
    }

    /// Without the patient.
    ///
    /// `isConsistent` gives a patient the same other name in every export of this home; otherwise in this
    /// one alone. `takesPossiblyBurnedIn` says that somebody has looked at pictures whose pixels might hold
    /// words.
    public record Without(Set<DeidentifyOption> options, boolean isConsistent, boolean takesPossiblyBurnedIn) {
        public Without {
            options = Set.copyOf(options);
        }
    }

    ExportRequest request() {
        return new ExportRequest(
                ExportForm.DICOM,
                packing.place,
                without == null ? PatientIdentity.NAMED : PatientIdentity.REMOVED,
                study,
                Math.max(1, instances.size()));
    }
}
