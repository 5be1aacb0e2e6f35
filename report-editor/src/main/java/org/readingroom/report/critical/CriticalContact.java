package org.readingroom.report.critical;

import java.util.Locale;

/// The other side of an act: who, where, on which number, and by what way. `readBack` is what the other said back.
public record CriticalContact(String name, String place, String phone, Medium medium, String readBack) {
    /// The way words took.
    public enum Medium {
        PHONE,
        IN_PERSON,
        /// The hospital's systems.
        SYSTEM;

        /// A line of the `report` bundle.
        public String messageKey() {
            return "report.critical.medium." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public CriticalContact {
        name = name.strip();
        place = place.strip();
        phone = phone.strip();
        readBack = readBack.strip();
    }

    /// Somebody spoken with who had nothing to say back.
    public static CriticalContact by(Medium medium, String name, String place, String phone) {
        return new CriticalContact(name, place, phone, medium, "");
    }
}
