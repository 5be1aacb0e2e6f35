package org.readingroom.services.reading;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Chinese names as they are spoken, for people who type Latin letters.
///
/// **Thread:** any.
// [impl->req~worklist.pinyin~1]
final class Pinyin {
    /// Surnames that are read otherwise than the same character elsewhere.
    ///
    /// **Source:** 现代汉语词典 (7th edition), entries marked 姓.
    private static final Map<String, String> SURNAMES = Map.ofEntries(
            Map.entry("单", "shan"),
            Map.entry("單", "shan"),
            Map.entry("曾", "zeng"),
            Map.entry("解", "xie"),
            Map.entry("仇", "qiu"),
            Map.entry("查", "zha"),
            Map.entry("朴", "piao"),
            Map.entry("区", "ou"),
            Map.entry("區", "ou"),
            Map.entry("盖", "ge"),
            Map.entry("任", "ren"),
            Map.entry("华", "hua"),
            Map.entry("洗", "xian"),
            Map.entry("冼", "xian"),
            Map.entry("乐", "yue"),
            Map.entry("樂", "yue"),
            Map.entry("缪", "miao"),
            Map.entry("繆", "miao"),
            Map.entry("召", "shao"),
            Map.entry("折", "she"),
            Map.entry("黑", "he"),
            Map.entry("秘", "bi"),
            Map.entry("繁", "po"),
            Map.entry("宁", "ning"),
            Map.entry("覃", "qin"),
            Map.entry("翟", "zhai"),
            Map.entry("燕", "yan"),
            Map.entry("葛", "ge"),
            Map.entry("尉迟", "yu chi"),
            Map.entry("万俟", "mo qi"),
            Map.entry("长孙", "zhang sun"),
            Map.entry("澹台", "tan tai"));

    private final Transliterator han = Transliterator.getInstance("Han-Latin");
    private final Transliterator ascii = Transliterator.getInstance("Latin-ASCII; Lower");
    /// The transliterator takes half a millisecond a name; a character is looked up in it once.
    private final Map<Integer, String> syllables = new ConcurrentHashMap<>();
    private final Map<String, String> spoken = new ConcurrentHashMap<>();
    private final Map<String, String> typed = new ConcurrentHashMap<>();

    /// Syllables in lower case without tones, a space between: `wang xiao dong`, `lu`.
    String of(String name) {
        return spoken.computeIfAbsent(name, each -> spell(each, "u"));
    }

    /// As [#typed], but of words that are no name.
    String words(String text) {
        return latin(text, "v");
    }

    /// As [#of], but ü is v, which is its key on Chinese keyboards: `lv`.
    String typed(String name) {
        return typed.computeIfAbsent(name, each -> spell(each, "v"));
    }

    /// The first letter of each syllable: `wxd`.
    static String initials(String pinyin) {
        return Stream.of(pinyin.split(" "))
                .filter(syllable -> !syllable.isEmpty())
                .map(syllable -> syllable.substring(0, 1))
                .collect(Collectors.joining());
    }

    private String spell(String name, String umlaut) {
        String plain = name.strip();
        for (int length = Math.min(2, plain.length()); length >= 1; length--) {
            String surname = SURNAMES.get(plain.substring(0, length));
            if (surname != null) {
                return (surname + " " + latin(plain.substring(length), umlaut)).strip();
            }
        }
        return latin(plain, umlaut);
    }

    private String latin(String text, String umlaut) {
        StringBuilder spelled = new StringBuilder();
        StringBuilder other = new StringBuilder();
        text.codePoints().forEach(point -> {
            if (Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN) {
                spelled.append(folded(other)).append(' ');
                other.setLength(0);
                spelled.append(syllables.computeIfAbsent(point, this::syllable).replace("ü", umlaut))
                        .append(' ');
            } else {
                other.appendCodePoint(point);
            }
        });
        spelled.append(folded(other));
        return spelled.toString().replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }

    /// One character as it is spoken, without its tone: `wang`, `lü`.
    private synchronized String syllable(int point) {
        // Taken apart, ǚ is u, two dots, a tone.
        return Normalizer.normalize(han.transliterate(Character.toString(point)), Normalizer.Form.NFD)
                .replace("u\u0308", "ü")
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
    }

    private synchronized String folded(StringBuilder other) {
        String text = other.toString();
        return text.chars().allMatch(c -> c < 0x80) ? text.toLowerCase(Locale.ROOT) : ascii.transliterate(text);
    }
}
