package org.readingroom.services.remote.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.ris.PatientFlag;

/// Flag, Encounter and birth date → [PatientFlag] (clause A23).
// [impl->req~ris.flags~1]
final class FhirFlags {
    /// Codes of any system with these names, and SNOMED CT: disorder due to infection, life threatening severity.
    private static final Map<String, PatientFlag> CODES = Map.of(
            "infectious", PatientFlag.INFECTIOUS,
            "40733004", PatientFlag.INFECTIOUS,
            "critical", PatientFlag.CRITICAL,
            "442452003", PatientFlag.CRITICAL,
            "emergency", PatientFlag.EMERGENCY,
            "elderly", PatientFlag.ELDERLY);

    private FhirFlags() {}

    static Set<PatientFlag> of(
            Collection<JsonNode> flags, JsonNode encounter, @Nullable LocalDate birth, @Nullable Instant at) {
        Set<PatientFlag> found = EnumSet.noneOf(PatientFlag.class);
        for (JsonNode flag : flags) {
            if (flag.path("status").asText().equals("active")) {
                for (JsonNode coding : flag.at("/code/coding")) {
                    PatientFlag named = CODES.get(coding.path("code").asText().toLowerCase(Locale.ROOT));
                    if (named != null) {
                        found.add(named);
                    }
                }
            }
        }
        // v3-ActCode
        if (encounter.at("/class/code").asText().equals("EMER")) {
            found.add(PatientFlag.EMERGENCY);
        }
        if (birth != null
                && at != null
                && PatientFlag.isElderly(birth, LocalDate.ofInstant(at, ZoneId.systemDefault()))) {
            found.add(PatientFlag.ELDERLY);
        }
        return found;
    }
}
