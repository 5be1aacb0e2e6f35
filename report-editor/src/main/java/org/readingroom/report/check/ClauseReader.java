package org.readingroom.report.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.readingroom.report.check.CheckWords.Concept;
import org.readingroom.report.check.CheckWords.Organ;
import org.readingroom.report.model.Side;

/// Reads a sentence clause by clause.
final class ClauseReader {
    private static final Pattern CLAUSE = Pattern.compile("[，,；;。!！?？\\n（）()：:]|\\.(?!\\d)|\\bbut\\b|但");
    private static final Pattern AFTER = Pattern.compile("\\s*(?:叶|侧|半|支|份)|\\s*后");

    /// chosen: room for a place before the denial, as in `左侧胸膜腔未见`; later it says what comes beside something.
    private static final int BEGINNING = 20;
    private static final Pattern LIST_DENIED =
            Pattern.compile("^\\W*(?:\\d+[.)]\\s*)?(?:no|without|negative for)\\b[^.;:]*,$");
    private static final Pattern LIST_END = Pattern.compile("\\b(?:n?or)\\b");
    private static final Pattern VERB =
            Pattern.compile("\\b(?:is|are|was|were|has|have|there|with|seen|noted|however|shows?)\\b");

    private final CheckWords words;

    ClauseReader(CheckWords words) {
        this.words = words;
    }

    List<Clause> read(String sentence) {
        String text = sentence.toLowerCase(Locale.ROOT);
        List<Clause> clauses = new ArrayList<>();
        Matcher matcher = CLAUSE.matcher(text);
        int start = 0;
        while (matcher.find()) {
            add(text, start, matcher.start(), clauses);
            start = matcher.end();
        }
        add(text, start, text.length(), clauses);
        return clauses;
    }

    private void add(String sentence, int start, int end, List<Clause> clauses) {
        String text = sentence.substring(start, end);
        if (text.isBlank()) {
            return;
        }
        List<WordTrie.Hit<Object>> hits = words.trie.in(text);
        List<Organ> organs = new ArrayList<>();
        List<Side> sides = new ArrayList<>();
        organs(text, hits, organs, sides);
        List<Concept> affirmed = new ArrayList<>();
        List<Concept> denied = new ArrayList<>();
        int from = denialStart(text);
        boolean allDenied = words.denyBefore.matcher(text).find() || isListed(sentence, start, end, text);
        for (WordTrie.Hit<Object> hit : hits) {
            if (hit.value() instanceof Concept concept) {
                (allDenied || hit.start() >= from ? denied : affirmed).add(concept);
                Optional<Organ> own = words.find(concept.organ());
                if (organs.isEmpty() && own.isPresent()) {
                    organs.add(own.get());
                    sides.add(lone(hits));
                }
            }
        }
        if (organs.isEmpty() && !clauses.isEmpty()) {
            // what has no place of its own is where the clause before it was
            Clause before = clauses.getLast();
            Side own = lone(hits);
            organs.addAll(before.organs());
            before.sides().forEach(side -> sides.add(own == Side.NONE ? side : own));
        }
        boolean isNormal = words.normal.matcher(text).find() || !denied.isEmpty() && affirmed.isEmpty();
        boolean isElsewhere = words.elsewhere.matcher(text).find();
        clauses.add(new Clause(text, start, organs, sides, affirmed, denied, isNormal, from <= BEGINNING, isElsewhere));
    }

    /// True in a list that was denied as a whole, as `abscess or adenopathy` in `no mass, abscess or adenopathy`.
    private static boolean isListed(String sentence, int start, int end, String text) {
        return start > 0
                && sentence.charAt(start - 1) == ','
                && LIST_DENIED.matcher(sentence).region(0, start).find()
                && LIST_END.matcher(sentence)
                        .region(start, end)
                        .useTransparentBounds(true)
                        .find()
                && !VERB.matcher(text).find();
    }

    private int denialStart(String text) {
        Matcher matcher = words.deny.matcher(text);
        return matcher.find() ? matcher.start() : Integer.MAX_VALUE;
    }

    private static Side lone(List<WordTrie.Hit<Object>> hits) {
        return hits.stream()
                .filter(hit -> hit.value() instanceof Side)
                .map(hit -> (Side) hit.value())
                .findFirst()
                .orElse(Side.NONE);
    }

    /// A side goes with the organs behind it; one right behind an organ, as in `甲状腺左叶`, or the first of a clause
    /// whose organ has none yet, with that.
    private static void organs(String text, List<WordTrie.Hit<Object>> hits, List<Organ> organs, List<Side> sides) {
        Side side = Side.NONE;
        boolean open = false;
        for (WordTrie.Hit<Object> hit : hits) {
            if (hit.value() instanceof Side named) {
                boolean behind = !organs.isEmpty()
                        && (sides.getLast() == Side.NONE
                                || AFTER.matcher(text)
                                        .region(hit.end(), text.length())
                                        .lookingAt())
                        && open;
                if (behind && sides.getLast() == Side.NONE) {
                    sides.set(sides.size() - 1, named);
                }
                side = named;
                open = false;
            } else if (hit.value() instanceof Organ organ) {
                organs.add(organ);
                sides.add(organ.isSided() ? side : Side.NONE);
                open = true;
            }
        }
        if (!organs.isEmpty() && organs.getFirst().isSided() && sides.getFirst() == Side.NONE) {
            sides.set(0, lone(hits));
        }
    }
}
