package org.readingroom.desktop.reporting.practice;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.fx.Words;
import org.readingroom.services.identity.Practice;
import org.readingroom.services.reporting.PracticeChange;
import org.readingroom.services.reporting.PracticePerson;

/// What is on record of a person, and what became of it, in the language of the window.
record PracticeWords(Words words, LocalDate today) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault());

    /// Name and roles above, years and licence beneath.
    String row(PracticePerson person) {
        String roles = person.roles().stream()
                .sorted()
                .map(role -> words.get(role.messageKey()))
                .collect(Collectors.joining(", "));
        return person.name() + " · " + roles + "\n" + years(person.practice()) + " · " + licence(person.practice());
    }

    private String years(Practice practice) {
        OptionalInt years = practice.years(today);
        return years.isEmpty()
                ? words.get("desktop.practice.no-since")
                : words.get("desktop.practice.years", years.getAsInt());
    }

    private String licence(Practice practice) {
        LocalDate until = practice.licenceUntil();
        if (until == null) {
            return words.get("desktop.practice.no-licence");
        }
        return words.get(
                until.isBefore(today) ? "desktop.practice.expired" : "desktop.practice.valid", until.toString());
    }

    /// Who put what right, when and why, the newest first.
    String story(PracticePerson person) {
        if (person.changes().isEmpty()) {
            return words.get("desktop.practice.never");
        }
        List<String> lines = new ArrayList<>();
        for (PracticeChange change : person.changes().reversed()) {
            String who = change.byUserId().equals(person.id())
                    ? words.get("desktop.practice.themselves", change.by())
                    : change.by();
            lines.add(words.get(
                    "desktop.practice.change", TIME.format(change.at()), who, moved(change), change.reason()));
        }
        return String.join("\n", lines);
    }

    private String moved(PracticeChange change) {
        List<String> parts = new ArrayList<>();
        Practice from = change.from();
        Practice to = change.to();
        add(parts, "since", day(from.since()), day(to.since()));
        add(parts, "licence", from.licence(), to.licence());
        add(parts, "until", day(from.licenceUntil()), day(to.licenceUntil()));
        add(parts, "qualification", from.qualification(), to.qualification());
        return String.join("; ", parts);
    }

    private void add(List<String> parts, String field, String from, String to) {
        if (!from.equals(to)) {
            parts.add(words.get("desktop.practice." + field) + " " + shown(from) + " → " + shown(to));
        }
    }

    private static String shown(String text) {
        return text.isEmpty() ? "–" : text;
    }

    static String day(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }
}
