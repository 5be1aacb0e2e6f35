package org.readingroom.services.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One line of the audit trail (clauses G12, G31). It holds no patient data.
///
/// `user` is a user id, `type` a dotted word such as `report.sign`, `object` the keyed hash of what was
/// touched or null, `detail` a code such as a message key, never free text.
public record AuditEvent(
        long sequence,
        Instant time,
        String user,
        Action action,
        String type,
        @Nullable String object,
        Outcome outcome,
        String detail) {

    /// **Source:** DICOM PS3.15 section A.5.1, Event Action Code.
    public enum Action {
        CREATE("C"),
        READ("R"),
        UPDATE("U"),
        DELETE("D"),
        EXECUTE("E");

        private final String code;

        Action(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        public static Action ofCode(String code) {
            for (Action action : values()) {
                if (action.code.equals(code)) {
                    return action;
                }
            }
            throw new IllegalArgumentException("audit action " + code);
        }
    }

    public enum Outcome {
        SUCCESS,
        FAILURE
    }
}
