package org.readingroom.viewer.dicom;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/// A data set as a table of places in its source: nothing is decoded before it is asked for.
///
/// Tags ascend as unsigned integers, each once.
final class ElementTable implements DataSet {
    private final ByteSlice source;
    private final boolean bigEndian;
    private final int[] tags;
    private final Vr[] vrs;
    private final long[] offsets;
    private final long[] lengths;
    private final Map<Integer, List<DataSet>> sequences;
    private final Map<Integer, Long> fragmentBytes;
    private SpecificCharacterSet characterSet = SpecificCharacterSet.DEFAULT;

    private ElementTable(Builder builder, ByteSlice source, int[] order) {
        this.source = source;
        this.bigEndian = builder.bigEndian;
        this.sequences = Map.copyOf(builder.sequences);
        this.fragmentBytes = Map.copyOf(builder.fragmentBytes);
        tags = Arrays.stream(order).map(i -> builder.tags[i]).toArray();
        offsets = Arrays.stream(order).mapToLong(i -> builder.offsets[i]).toArray();
        lengths = Arrays.stream(order).mapToLong(i -> builder.lengths[i]).toArray();
        vrs = new Vr[order.length];
        for (int i = 0; i < order.length; i++) {
            vrs[i] = builder.vrs[order[i]];
        }
    }

    /// Told once, before the table leaves the reader or builder that makes it.
    void decodeWith(SpecificCharacterSet set) {
        characterSet = set;
    }

    SpecificCharacterSet characterSet() {
        return characterSet;
    }

    private int indexOf(int tag) {
        int low = 0;
        int high = tags.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = Integer.compareUnsigned(tags[middle], tag);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    @Override
    public boolean contains(int tag) {
        return indexOf(tag) >= 0;
    }

    @Override
    public int[] tags() {
        return tags.clone();
    }

    @Override
    public Optional<Vr> vr(int tag) {
        int index = indexOf(tag);
        return index < 0 ? Optional.empty() : Optional.of(vrs[index]);
    }

    /// Length of the value as stored; -1 when absent.
    @Override
    public long length(int tag) {
        int index = indexOf(tag);
        return index < 0 ? -1 : lengths[index];
    }

    /// As [#length], but for pixels in fragments the bytes of them all.
    long heldBytes(int tag) {
        return fragmentBytes.getOrDefault(tag, length(tag));
    }

    /// Where the value begins in the source; -1 when absent.
    long offset(int tag) {
        int index = indexOf(tag);
        return index < 0 ? -1 : offsets[index];
    }

    @Override
    public Optional<String> string(int tag) {
        return strings(tag).stream().findFirst().filter(value -> !value.isEmpty());
    }

    @Override
    public List<String> strings(int tag) {
        Vr vr = vr(tag).orElse(Vr.SQ);
        return switch (vr.kind()) {
            case TEXT -> Values.texts(rawText(tag), vr, characterSet);
            case UNSIGNED -> vr.isBinary() ? List.of() : unsignedTexts(tag);
            case TAG ->
                Arrays.stream(integers(tag))
                        .mapToObj(value -> "%08X".formatted(value))
                        .toList();
            case SIGNED -> Arrays.stream(longs(tag)).mapToObj(Long::toString).toList();
            case FLOAT ->
                vr.isBinary()
                        ? List.of()
                        : Arrays.stream(decimals(tag))
                                .mapToObj(Double::toString)
                                .toList();
            case ITEMS -> List.of();
        };
    }

    private List<String> unsignedTexts(int tag) {
        return Arrays.stream(longs(tag)).mapToObj(Long::toUnsignedString).toList();
    }

    @Override
    public OptionalInt integer(int tag) {
        if (vr(tag).map(Vr::kind).orElse(Vr.Kind.ITEMS) == Vr.Kind.TEXT) {
            OptionalDouble value = decimal(tag);
            return value.isPresent() ? Values.exactInt(value.getAsDouble()) : OptionalInt.empty();
        }
        long[] values = longs(tag);
        return values.length > 0 && values[0] == (int) values[0]
                ? OptionalInt.of((int) values[0])
                : OptionalInt.empty();
    }

    @Override
    public int[] integers(int tag) {
        long[] values = longs(tag);
        boolean isTag = vr(tag).orElse(Vr.UN) == Vr.AT;
        return isTag || Arrays.stream(values).allMatch(value -> value == (int) value)
                ? Arrays.stream(values).mapToInt(value -> (int) value).toArray()
                : new int[0];
    }

    @Override
    public long[] longs(int tag) {
        Vr vr = vr(tag).orElse(Vr.SQ);
        return switch (vr.kind()) {
            case TEXT -> Values.longs(strings(tag));
            case FLOAT -> Values.exactLongs(decimals(tag));
            case ITEMS -> new long[0];
            case TAG, SIGNED, UNSIGNED -> Values.longs(bytes(tag), vr);
        };
    }

    @Override
    public OptionalDouble decimal(int tag) {
        if (vr(tag).map(Vr::kind).orElse(Vr.Kind.ITEMS) == Vr.Kind.TEXT) {
            return string(tag).map(Values::decimal).orElse(OptionalDouble.empty());
        }
        return Arrays.stream(decimals(tag)).findFirst();
    }

    @Override
    public double[] decimals(int tag) {
        Vr vr = vr(tag).orElse(Vr.SQ);
        return switch (vr.kind()) {
            case TEXT -> Values.decimals(strings(tag));
            case FLOAT -> Values.decimals(bytes(tag), vr);
            case ITEMS -> new double[0];
            case TAG, SIGNED, UNSIGNED ->
                Arrays.stream(Values.longs(bytes(tag), vr))
                        .mapToDouble(value -> (double) value)
                        .toArray();
        };
    }

    @Override
    public byte[] bytes(int tag) {
        int index = indexOf(tag);
        if (index < 0 || lengths[index] > Integer.MAX_VALUE - 8) {
            return new byte[0];
        }
        byte[] value = source.toArray(offsets[index], (int) lengths[index]);
        if (bigEndian) {
            Values.swap(value, vrs[index].width());
        }
        return value;
    }

    byte[] rawText(int tag) {
        int index = indexOf(tag);
        return lengths[index] > Integer.MAX_VALUE - 8
                ? new byte[0]
                : source.toArray(offsets[index], (int) lengths[index]);
    }

    @Override
    public List<DataSet> items(int tag) {
        return sequences.getOrDefault(tag, List.of());
    }

    /// Gathers elements in the order they come.
    static final class Builder {
        private final boolean bigEndian;
        private final Map<Integer, List<DataSet>> sequences = new HashMap<>();
        private final Map<Integer, Long> fragmentBytes = new HashMap<>();
        private int[] tags = new int[32];
        private Vr[] vrs = new Vr[32];
        private long[] offsets = new long[32];
        private long[] lengths = new long[32];
        private int size;
        private boolean isAscending = true;
        /// The tags so far, once they stopped ascending: looking through them all would be quadratic.
        private final Set<Integer> seen = new HashSet<>();

        Builder(boolean bigEndian) {
            this.bigEndian = bigEndian;
        }

        /// Says whether `tag` is new here.
        boolean add(int tag, Vr vr, long offset, long length) {
            if (size > 0 && isAscending && Integer.compareUnsigned(tag, tags[size - 1]) <= 0) {
                isAscending = false;
                for (int i = 0; i < size; i++) {
                    seen.add(tags[i]);
                }
            }
            if (!isAscending && !seen.add(tag)) {
                return false;
            }
            if (size == tags.length) {
                tags = Arrays.copyOf(tags, size * 2);
                vrs = Arrays.copyOf(vrs, size * 2);
                offsets = Arrays.copyOf(offsets, size * 2);
                lengths = Arrays.copyOf(lengths, size * 2);
            }
            tags[size] = tag;
            vrs[size] = vr;
            offsets[size] = offset;
            lengths[size] = length;
            size++;
            return true;
        }

        /// Pixels in fragments: the table holds none of their bytes and knows how many there are.
        boolean addFragments(int tag, Vr vr, long offset, List<ByteSlice> fragments) {
            boolean isNew = add(tag, vr, offset, 0);
            if (isNew) {
                fragmentBytes.put(
                        tag, fragments.stream().mapToLong(ByteSlice::length).sum());
            }
            return isNew;
        }

        boolean addSequence(int tag, List<DataSet> items) {
            boolean isNew = add(tag, Vr.SQ, 0, 0);
            if (isNew) {
                sequences.put(tag, List.copyOf(items));
            }
            return isNew;
        }

        /// Whether `tag` would stand out of order here.
        boolean isBehind(int tag) {
            return size > 0 && Integer.compareUnsigned(tag, tags[size - 1]) < 0;
        }

        boolean isEmpty() {
            return size == 0;
        }

        int lastTag() {
            return size == 0 ? 0 : tags[size - 1];
        }

        ElementTable build(ByteSlice source) {
            int[] order = IntStream.range(0, size).toArray();
            if (!isAscending) {
                order = IntStream.range(0, size)
                        .boxed()
                        .sorted((a, b) -> Integer.compareUnsigned(tags[a], tags[b]))
                        .mapToInt(Integer::intValue)
                        .toArray();
            }
            return new ElementTable(this, source, order);
        }
    }
}
