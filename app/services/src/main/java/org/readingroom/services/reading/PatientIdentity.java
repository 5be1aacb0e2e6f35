package org.readingroom.services.reading;

import java.text.Normalizer;
import java.util.Locale;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.PersonName;
import org.readingroom.viewer.model.Sex;

/// Whether two studies are of one person, as far as their files say.
///
/// The same number of the same issuer is the same person when nothing speaks against it and the name or the birth date
/// speaks for it. One difference beside agreement elsewhere (a changed name, a mistyped birth date) leaves it open, and
/// so does the same name and birth date under another number: people whose files were never brought together look like
/// that, and so do two people of one name.
// [impl->req~priors.identity~1]
public enum PatientIdentity {
    SAME,
    /// Offered to the reader, never opened by itself.
    PERHAPS,
    OTHER;

    private enum Verdict {
        AGREES,
        UNKNOWN,
        DIFFERS
    }

    public static PatientIdentity of(Patient one, Patient two) {
        Verdict[] facts = {
            name(one.name(), two.name()), known(one.birthDate(), two.birthDate()), sex(one.sex(), two.sex())
        };
        int against = count(facts, Verdict.DIFFERS);
        boolean isNamed = facts[0] == Verdict.AGREES;
        boolean isBorn = facts[1] == Verdict.AGREES;
        boolean isNumber = !id(one).isEmpty() && id(one).equals(id(two));
        boolean isIssuer = folded(one.id().issuer()).equals(folded(two.id().issuer()));
        boolean isIssuerOpen =
                folded(one.id().issuer()).isEmpty() || folded(two.id().issuer()).isEmpty();
        if (isNumber && isIssuer) {
            return against == 0 && (isNamed || isBorn)
                    ? SAME
                    : against == 0 || (against == 1 && (isNamed || isBorn)) ? PERHAPS : OTHER;
        }
        if (isNumber && isIssuerOpen && against == 0 && isNamed && isBorn) {
            return SAME;
        }
        return against == 0 && isNamed && isBorn ? PERHAPS : OTHER;
    }

    private static int count(Verdict[] facts, Verdict wanted) {
        int count = 0;
        for (Verdict fact : facts) {
            count += fact == wanted ? 1 : 0;
        }
        return count;
    }

    /// Names agree when what both are written in is the same; characters say more than how they are spoken.
    private static Verdict name(PersonName one, PersonName two) {
        Verdict written = words(characters(one), characters(two));
        return written == Verdict.UNKNOWN ? words(letters(one), letters(two)) : written;
    }

    /// Files from one-byte systems carry characters where letters belong.
    private static String characters(PersonName name) {
        return name.ideographic().isBlank() && isWritten(name.alphabetic()) ? name.alphabetic() : name.ideographic();
    }

    private static String letters(PersonName name) {
        return isWritten(name.alphabetic()) ? "" : name.alphabetic();
    }

    private static boolean isWritten(String text) {
        return text.codePoints().anyMatch(Character::isIdeographic);
    }

    private static Verdict words(String one, String two) {
        String left = folded(one).replaceAll("[\\^,.\\s]+", "");
        String right = folded(two).replaceAll("[\\^,.\\s]+", "");
        return left.isEmpty() || right.isEmpty()
                ? Verdict.UNKNOWN
                : left.equals(right) ? Verdict.AGREES : Verdict.DIFFERS;
    }

    private static <T> Verdict known(
            @org.jspecify.annotations.Nullable T one, @org.jspecify.annotations.Nullable T two) {
        return one == null || two == null ? Verdict.UNKNOWN : one.equals(two) ? Verdict.AGREES : Verdict.DIFFERS;
    }

    private static Verdict sex(Sex one, Sex two) {
        return one == Sex.UNKNOWN || two == Sex.UNKNOWN
                ? Verdict.UNKNOWN
                : one == two ? Verdict.AGREES : Verdict.DIFFERS;
    }

    private static String id(Patient patient) {
        return folded(patient.id().value());
    }

    /// Full-width letters and case are the keyboard's, not the person's.
    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT);
    }
}
