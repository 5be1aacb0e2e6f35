package org.readingroom.report.rads;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a template hands to a function, read as what the function needs; null for what is missing or of
/// another kind.
record Arguments(List<TemplateValue> values) {
    @Nullable
    BigDecimal number(int index) {
        return at(index) instanceof TemplateValue.Amount(BigDecimal number) ? number : null;
    }

    /// A number, or an option whose code is a digit.
    @Nullable
    BigDecimal score(int index) {
        return at(index) instanceof TemplateValue.Words(String text) && text.matches("[0-9]")
                ? new BigDecimal(text)
                : number(index);
    }

    @Nullable
    String words(int index) {
        return at(index) instanceof TemplateValue.Words(String text) ? text : null;
    }

    /// True or false, or an option whose code is `yes` or `no`.
    @Nullable
    Boolean truth(int index) {
        return switch (at(index)) {
            case TemplateValue.Truth(boolean isTrue) -> isTrue;
            case TemplateValue.Words(String text) when text.equals("yes") -> true;
            case TemplateValue.Words(String text) when text.equals("no") -> false;
            default -> null;
        };
    }

    /// The constant whose name, written as `partSolid` for `PART_SOLID`, is the code.
    <E extends Enum<E>> @Nullable E choice(int index, Class<E> type) {
        String code = words(index);
        for (E constant : type.getEnumConstants()) {
            if (code(constant).equals(code)) {
                return constant;
            }
        }
        return null;
    }

    static String code(Enum<?> constant) {
        StringBuilder code = new StringBuilder();
        for (String word : constant.name().toLowerCase(Locale.ROOT).split("_", -1)) {
            code.append(code.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return code.toString();
    }

    private TemplateValue at(int index) {
        return index < values.size() ? values.get(index) : TemplateValue.MISSING;
    }
}
