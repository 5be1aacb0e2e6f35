package org.readingroom.desktop.followup;

import java.util.Optional;
import org.readingroom.viewer.model.PatientId;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.recist.FollowUp;
import org.readingroom.viewer.recist.FollowUpJson;

/// Keeps the lesions of patients over a restart.
///
/// **Thread:** `io`; both block.
public interface LesionStore {
    FollowUp load(PatientId patient) throws WorkstationException;

    void save(PatientId patient, FollowUp followUp) throws WorkstationException;

    /// Over the session's store of texts.
    static LesionStore of(org.readingroom.services.store.FollowUpStore texts) {
        return new LesionStore() {
            @Override
            public FollowUp load(PatientId patient) throws WorkstationException {
                Optional<String> text = texts.load(patient);
                return text.isEmpty() ? FollowUp.EMPTY : FollowUpJson.read(text.get());
            }

            @Override
            public void save(PatientId patient, FollowUp followUp) throws WorkstationException {
                texts.save(patient, FollowUpJson.write(followUp));
            }
        };
    }
}
