package org.readingroom.report.research;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.model.StudyIdentity;
import org.readingroom.viewer.model.PatientId;
import org.readingroom.viewer.model.PersonName;

/// What is known that names the patient of one report: name, numbers, unique identifiers and day of
/// birth.
///
/// Typed words lose these, and whatever looks like a number of a person, a day, an address or a unique
/// identifier. Nothing finds every name: that is why typed words leave only where the approval says so.
///
/// **Source:** the identifiers of 45 CFR 164.514(b)(2)(i), as far as they can be in a report.
// [impl->req~report.research.free-text~1]
final class KnownNames {
    static final String REMOVED = "[…]";

    /// chosen: shorter ones are in too many words that name nobody.
    private static final int LEAST_LETTERS = 4;

    private static final int LEAST_HAN = 2;
    /// chosen: of somebody else, whose short names are in many words.
    private static final int LEAST_FULL = 6;
    /// chosen: measurements of five digits and more are rare.
    private static final int LEAST_DIGITS = 5;

    private static final Pattern LOOKS_LIKE = Pattern.compile(
            "\\S+@\\S+|https?://\\S+" // addresses
                    + "|\\d+(?:\\.\\d+){3,}" // unique identifiers and network addresses
                    + "|(?:\\d{2,4}\\s*[-/.年]\\s*\\d{1,2}\\s*[-/.月]\\s*\\d{1,4}\\s*日?)" // days
                    + "|\\d{1,2}\\s*月\\s*\\d{1,2}\\s*日"
                    + "|(?:\\d[ \\-]?){6,}[xX]?" // telephones, identity cards, numbers of this hospital
                    + "|[A-Za-z]{1,4}[-_]?\\d{4,}");

    /// What must not be left even with other letters between.
    private final Set<String> whole = new LinkedHashSet<>();

    private final Set<String> parts = new LinkedHashSet<>();
    private final List<Pattern> patterns = new ArrayList<>();

    KnownNames(StudyIdentity study, PatientId survivor) {
        add(study.patient().id().value());
        add(survivor.value());
        add(study.accessionNumber());
        add(study.study().value());
        name(study.patient().name());
        born(study.patient().birthDate());
        java.util.stream.Stream.concat(whole.stream(), parts.stream())
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .forEach(each -> patterns.add(loose(each)));
    }

    /// `text` without them, in the letters of NFKC.
    String removedFrom(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\p{Cf}\\p{Cc}&&[^\\n\\t]]", "");
        for (Pattern pattern : patterns) {
            plain = pattern.matcher(plain).replaceAll(REMOVED);
        }
        return LOOKS_LIKE.matcher(plain).replaceAll(REMOVED);
    }

    /// Whether one of them can still be read in `text` when everything between letters is passed over.
    boolean isIn(String text) {
        String bare = bare(text);
        return whole.stream()
                .map(KnownNames::bare)
                .filter(each -> each.length() >= (isHan(each) ? LEAST_HAN : LEAST_LETTERS))
                .anyMatch(bare::contains);
    }

    /// Whether the digits of `number` are all or a run of those of one of them.
    boolean isNumber(String number) {
        String digits = digits(number);
        return digits.length() >= LEAST_DIGITS
                && whole.stream().anyMatch(each -> digits(each).contains(digits));
    }

    private static String digits(String text) {
        return text.replaceAll("[^0-9]", "");
    }

    private void add(String value) {
        add(value, whole);
    }

    private static void add(String value, Set<String> to) {
        String plain = Normalizer.normalize(value, Normalizer.Form.NFKC).strip();
        if (plain.codePointCount(0, plain.length()) >= 2) {
            to.add(plain);
        }
    }

    /// The parts of each group, and the groups both ways round.
    private void name(PersonName name) {
        for (String group : List.of(name.alphabetic(), name.ideographic(), name.phonetic())) {
            List<String> of = Pattern.compile("[\\^\\s]+")
                    .splitAsStream(group)
                    .filter(part -> !part.isBlank())
                    .toList();
            add(String.join("", of));
            add(String.join("", of.reversed()));
            of.forEach(part -> {
                add(part, parts);
                if (isHan(part) && of.size() > 1) {
                    add(part, whole);
                }
            });
        }
    }

    private void born(@Nullable LocalDate day) {
        if (day != null) {
            String year = Integer.toString(day.getYear());
            String month = String.format(Locale.ROOT, "%02d", day.getMonthValue());
            String of = String.format(Locale.ROOT, "%02d", day.getDayOfMonth());
            whole.add(year + month + of);
            whole.add(of + month + year);
            whole.add(month + of + year);
        }
    }

    /// The letters of `name` with anything that is no letter between them; a Latin word only as a whole.
    private static Pattern loose(String name) {
        StringBuilder pattern = new StringBuilder();
        name.codePoints().filter(Character::isLetterOrDigit).forEach(c -> {
            pattern.append(pattern.isEmpty() ? "" : "[^\\p{L}\\p{N}]{0,3}");
            pattern.append(Pattern.quote(Character.toString(c)));
        });
        if (pattern.isEmpty()) {
            return Pattern.compile("(?!)");
        }
        String whole = isHan(name) ? pattern.toString() : "(?<![\\p{L}\\p{N}])" + pattern + "(?![\\p{L}\\p{N}])";
        return Pattern.compile(whole, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static boolean isHan(String text) {
        return text.codePoints().anyMatch(Character::isIdeographic);
    }

    /// Full names and numbers in the letters that [EverybodysNames] looks for.
    Set<String> full() {
        Set<String> full = new LinkedHashSet<>();
        for (String each : whole) {
            String bare = bare(each);
            if (!parts.contains(each) && bare.length() >= (isHan(bare) ? LEAST_HAN : LEAST_FULL)) {
                full.add(bare);
            }
        }
        return full;
    }

    static String bare(String text) {
        StringBuilder bare = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(bare::appendCodePoint);
        return bare.toString();
    }
}
