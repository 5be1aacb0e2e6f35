package org.readingroom.viewer.dicom;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Gives every data set of a file its character set, and works it out where the declared one cannot be meant.
///
/// Files from hospital systems hold GBK or UTF-8 text under no declaration, Latin-1, or each other's. All text
/// of one scope, a data set and the items that inherit from it, is weighed together, once.
final class CharacterSetAudit {
    private static final Charset GB = Charset.forName("GB18030");

    private final List<Defect> defects;

    CharacterSetAudit(List<Defect> defects) {
        this.defects = defects;
    }

    void settle(ElementTable root) {
        settle(root, SpecificCharacterSet.DEFAULT);
    }

    private void settle(ElementTable scope, SpecificCharacterSet inherited) {
        SpecificCharacterSet declared = scope.contains(Tag.SPECIFIC_CHARACTER_SET)
                ? SpecificCharacterSet.of(scope.strings(Tag.SPECIFIC_CHARACTER_SET))
                : inherited;
        if (!declared.isKnown()) {
            mark(Defect.Kind.CHARACTER_SET_UNKNOWN);
        }
        List<byte[]> samples = new ArrayList<>();
        List<ElementTable> scopesInside = new ArrayList<>();
        List<ElementTable> members = new ArrayList<>();
        gather(scope, members, samples, scopesInside);
        SpecificCharacterSet effective = declared;
        if (!samples.isEmpty()) {
            Optional<SpecificCharacterSet> better = better(declared, samples);
            if (better.isPresent()) {
                effective = better.get();
                mark(Defect.Kind.CHARACTER_SET_GUESSED);
            }
            SpecificCharacterSet settled = effective;
            if (samples.stream().anyMatch(raw -> settled.decode(raw, true).indexOf('\uFFFD') >= 0)) {
                mark(Defect.Kind.TEXT_UNDECODABLE);
            }
        }
        for (ElementTable member : members) {
            member.decodeWith(effective);
        }
        for (ElementTable inside : scopesInside) {
            settle(inside, effective);
        }
    }

    private void mark(Defect.Kind kind) {
        if (defects.stream().noneMatch(defect -> defect.kind() == kind)) {
            defects.add(new Defect(kind, Tag.SPECIFIC_CHARACTER_SET, -1));
        }
    }

    private static void gather(
            ElementTable table, List<ElementTable> members, List<byte[]> samples, List<ElementTable> scopesInside) {
        members.add(table);
        for (int tag : table.tags()) {
            Vr vr = table.vr(tag).orElse(Vr.UN);
            if (vr == Vr.SQ) {
                for (DataSet item : table.items(tag)) {
                    if (item.contains(Tag.SPECIFIC_CHARACTER_SET)) {
                        scopesInside.add((ElementTable) item);
                    } else {
                        gather((ElementTable) item, members, samples, scopesInside);
                    }
                }
            } else if (vr.followsCharacterSet()) {
                byte[] raw = table.rawText(tag);
                if (hasHighByte(raw)) {
                    samples.add(raw);
                }
            }
        }
    }

    private static boolean hasHighByte(byte[] raw) {
        for (byte b : raw) {
            if (b < 0) {
                return true;
            }
        }
        return false;
    }

    /// Another set that the samples are evidently in, if any.
    private static Optional<SpecificCharacterSet> better(SpecificCharacterSet declared, List<byte[]> samples) {
        boolean fitsUtf8 = samples.stream().allMatch(raw -> decodes(raw, StandardCharsets.UTF_8));
        boolean isGb = samples.stream().allMatch(raw -> decodes(raw, GB));
        int hanzi = isGb ? samples.stream().mapToInt(HanziEvidence::count).sum() : 0;
        if (declared.isUtf8()) {
            return when(!fitsUtf8 && hanzi > 0, SpecificCharacterSet.GB18030);
        }
        // a fifth of the common characters has bytes that are a Greek, Cyrillic or accented letter each
        boolean isChance = hanzi >= 2 && samples.stream().allMatch(HanziEvidence::isAll);
        boolean isUtf8 = fitsUtf8 && !isChance;
        if (declared.isChinese()) {
            return when(isUtf8 && samples.stream().anyMatch(HanziEvidence::hasUtf8), SpecificCharacterSet.UTF_8);
        }
        if (samples.stream().anyMatch(CharacterSetAudit::hasEscape)) {
            return Optional.empty();
        }
        if (isUtf8) {
            boolean isLoose = declared.isDefault() || declared.isLatin1();
            return when(
                    isLoose || samples.stream().anyMatch(CharacterSetAudit::hasControl), SpecificCharacterSet.UTF_8);
        }
        if (declared.isDefault()) {
            return Optional.of(hanzi > 0 ? SpecificCharacterSet.GB18030 : SpecificCharacterSet.LATIN_1);
        }
        return when(declared.isLatin1() && hanzi >= 2, SpecificCharacterSet.GB18030);
    }

    private static Optional<SpecificCharacterSet> when(boolean isEvident, SpecificCharacterSet set) {
        return isEvident ? Optional.of(set) : Optional.empty();
    }

    private static boolean hasEscape(byte[] raw) {
        for (byte b : raw) {
            if (b == 0x1B) {
                return true;
            }
        }
        return false;
    }

    /// Whether a byte is a control character in every set of one byte a letter, as UTF-8 nearly always has one.
    private static boolean hasControl(byte[] raw) {
        for (byte b : raw) {
            if ((b & 0xFF) >= 0x80 && (b & 0xFF) < 0xA0) {
                return true;
            }
        }
        return false;
    }

    private static boolean decodes(byte[] raw, Charset charset) {
        try {
            charset.newDecoder().decode(ByteBuffer.wrap(raw));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
