package org.readingroom.desktop.followup;

import java.util.Optional;
import org.readingroom.services.reading.PatientIdentity;
import org.readingroom.services.store.FollowUpStore;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.PatientId;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.recist.FollowUp;
import org.readingroom.viewer.recist.FollowUpJson;

/// Keeps the lesions of patients over a restart.
///
/// What is stored under a number belongs to the person it was stored of: it is neither given to another nor
/// overwritten by one.
///
/// **Thread:** `io`; both block.
// [impl->req~recist.stored~1]
public interface LesionStore {
    FollowUp load(Patient patient) throws WorkstationException;

    void save(Patient patient, FollowUp followUp) throws WorkstationException;

    /// Texts by the number of a patient.
    interface Texts {
        Optional<String> load(PatientId patient) throws WorkstationException;

        void save(PatientId patient, String text) throws WorkstationException;
    }

    /// Over the session's store of texts.
    static LesionStore of(FollowUpStore store) {
        return of(new Texts() {
            @Override
            public Optional<String> load(PatientId patient) throws WorkstationException {
                return store.load(patient);
            }

            @Override
            public void save(PatientId patient, String text) throws WorkstationException {
                store.save(patient, text);
            }
        });
    }

    static LesionStore of(Texts texts) {
        return new LesionStore() {
            @Override
            public FollowUp load(Patient patient) throws WorkstationException {
                Optional<String> text = own(patient);
                return text.isEmpty() ? FollowUp.EMPTY : FollowUpJson.read(text.get());
            }

            @Override
            public void save(Patient patient, FollowUp followUp) throws WorkstationException {
                own(patient);
                texts.save(patient.id(), FollowUpJson.write(followUp, patient));
            }

            private Optional<String> own(Patient patient) throws WorkstationException {
                Optional<String> text = texts.load(patient.id());
                Optional<Patient> owner =
                        text.isEmpty() ? Optional.empty() : FollowUpJson.patient(text.get(), patient.id());
                if (owner.isPresent() && PatientIdentity.of(owner.get(), patient) != PatientIdentity.SAME) {
                    throw new WorkstationException(
                            "desktop.recist.other-person", "followed lesions are stored of another person");
                }
                return text;
            }
        };
    }
}
