package org.readingroom.report.check.holdout;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.readingroom.report.model.Side;

/// The mistakes that change what a report already says or what is known around it. Each answers whether the report
/// had what it needs.
final class HoldOutTwist {
    /// A lobe of the liver may lie beyond the middle.
    private static final Pattern NO_SIDE_OF_BODY = Pattern.compile("肝[左右]叶|hepatic lobe");

    private HoldOutTwist() {}

    static boolean apply(String name, HoldOutDraft draft) {
        return switch (name) {
            case "flipI" -> flip(draft, false);
            case "flipF" -> flip(draft, true);
            case "dropF" -> dropFindings(draft);
            case "dropI" -> dropImpression(draft);
            case "imagesOther" -> {
                draft.laterality = other(draft.laterality);
                yield !draft.findings().isEmpty();
            }
            case "orderOther" -> {
                draft.request = draft.slots.mirrored().fill(HoldOutSlots.choose(draft.exam.request(), draft.chance));
                yield !draft.findings().isEmpty();
            }
            default -> draft.bound != null && twistMark(name, draft, draft.bound);
        };
    }

    private static boolean flip(HoldOutDraft draft, boolean inFindings) {
        List<HoldOutSaid> sided =
                draft.findings().stream().filter(HoldOutSaid::concludesSide).toList();
        if (sided.size() != 1) {
            return false;
        }
        draft.unbind();
        if (inFindings) {
            sided.getFirst().mirrorFindings();
        } else {
            sided.getFirst().mirrorImpression();
        }
        return true;
    }

    private static boolean dropFindings(HoldOutDraft draft) {
        List<HoldOutSaid> findings = draft.findings();
        if (findings.isEmpty() || !findings.getFirst().line.history().isEmpty()) {
            return false;
        }
        draft.silence(findings.getFirst().line.key());
        draft.moreImpression.add(findings.getFirst().impression);
        return true;
    }

    private static boolean dropImpression(HoldOutDraft draft) {
        List<HoldOutSaid> findings = draft.findings();
        if (findings.size() < 2 || !findings.getLast().line.history().isEmpty()) {
            return false;
        }
        findings.getLast().impression = "";
        return true;
    }

    private static boolean twistMark(String name, HoldOutDraft draft, HoldOutSaid bound) {
        String number = bound.slots.fill("{mm}");
        switch (name) {
            case "markOther" -> draft.markSide = other(draft.markSide);
            case "markStale" -> draft.measured += 1.6 + draft.chance.nextInt(40) / 10.0;
            case "markImage" -> draft.markImage += draft.markImage > 40 ? -17 : 17;
            case "swapDigits" -> bound.retype(swapped(number) + " mm");
            case "otherDigit" -> bound.retype(digitUp(number) + " mm");
            case "lostDigit" -> bound.retype(number.substring(1) + " mm");
            case "tenF" -> bound.retype(number + " cm");
            case "tenI" -> bound.impression += draft.exam.isChinese() ? "（" + number + "cm）" : ", " + number + " cm";
            default -> throw new IllegalArgumentException(name);
        }
        return switch (name) {
            case "markOther" ->
                draft.markSide != Side.NONE
                        && bound.namesSide()
                        && !NO_SIDE_OF_BODY.matcher(bound.findings).find();
            case "markImage" -> bound.namesImage() && bound.findings.contains(bound.slots.fill("{im}"));
            case "swapDigits" -> !swapped(number).equals(number);
            case "lostDigit" -> number.length() == 4 && number.charAt(1) != '0';
            case "tenI" ->
                !bound.concludesSize() && !bound.impression.contains("约") && !bound.impression.contains(" mm");
            default -> true;
        };
    }

    private static String swapped(String number) {
        int end = number.length();
        return end == 4
                ? "" + number.charAt(1) + number.charAt(0) + number.substring(2)
                : "" + number.charAt(2) + "." + number.charAt(0);
    }

    private static String digitUp(String number) {
        int unit = number.indexOf('.') - 1;
        char digit = number.charAt(unit);
        return number.substring(0, unit) + (char) (digit > '5' ? digit - 3 : digit + 3) + number.substring(unit + 1);
    }

    private static Side other(Side side) {
        return switch (Objects.requireNonNull(side)) {
            case LEFT -> Side.RIGHT;
            case RIGHT -> Side.LEFT;
            default -> side;
        };
    }
}
