package org.readingroom.viewer.dicom;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Turns the bytes of a data set into tables of elements, and says what is wrong with them.
///
/// Every length is checked against the bytes that are there before it is believed; nothing is allocated for a
/// length. A damaged part ends what holds it, and what was read before stays.
///
/// **Source:** DICOM PS3.5 section 7.
final class DataSetParser {
    /// chosen: real objects nest a dozen deep; structured reports with deep trees some twenty.
    static final int MAX_DEPTH = 64;

    static final long UNDEFINED = 0xFFFFFFFFL;
    private static final int DELIMITER_GROUP = 0xFFFE;

    private final ByteSlice source;
    private final boolean isBigEndian;
    private final List<Defect> defects;
    private final FragmentParser fragments;
    private @Nullable PixelData pixelData;

    DataSetParser(ByteSlice source, boolean isBigEndian, List<Defect> defects) {
        this.source = source;
        this.isBigEndian = isBigEndian;
        this.defects = defects;
        this.fragments = new FragmentParser(source, isBigEndian, defects);
    }

    /// Where a data set ends and how: at `end` bytes, or at a delimiter when `end` is the end of what holds it.
    private record Region(long end, int depth, boolean isDelimited, int lastGroup) {}

    record Parsed(ElementTable table, long end) {}

    private record Items(List<DataSet> items, long end, boolean isWhole) {}

    Parsed fileMeta(long from, boolean isExplicit) {
        return parse(from, new Region(source.length(), 0, false, 0x0002), isExplicit, false);
    }

    ElementTable dataSet(long from, boolean isExplicit) {
        return parse(from, new Region(source.length(), 0, false, 0xFFFF), isExplicit, false)
                .table();
    }

    /// The pixel data at the top level, met while parsing.
    Optional<PixelData> pixelData() {
        return Optional.ofNullable(pixelData);
    }

    private void mark(Defect.Kind kind, int tag, long offset) {
        if (defects.size() < 1000) {
            defects.add(new Defect(kind, tag, offset));
        }
    }

    private int tagAt(long at) {
        return source.unsignedShort(at, isBigEndian) << 16 | source.unsignedShort(at + 2, isBigEndian);
    }

    private Parsed parse(long from, Region region, boolean isExplicit, boolean isSigned) {
        ElementTable.Builder table = new ElementTable.Builder(isBigEndian);
        boolean signed = isSigned;
        long at = from;
        while (at < region.end) {
            if (region.end - at < 8) {
                mark(isTop(region) ? Defect.Kind.TRUNCATED : Defect.Kind.SEQUENCE_BROKEN, 0, at);
                at = region.end;
                break;
            }
            int tag = tagAt(at);
            if (Tag.group(tag) == DELIMITER_GROUP) {
                if (tag == Tag.ITEM_DELIMITATION_ITEM && region.isDelimited) {
                    return new Parsed(table.build(source), at + 8);
                }
                if (tag == Tag.SEQUENCE_DELIMITATION_ITEM && !isTop(region)) {
                    mark(Defect.Kind.SEQUENCE_BROKEN, tag, at);
                    return new Parsed(table.build(source), at);
                }
                mark(Defect.Kind.STRAY_DELIMITER, tag, at);
                at = afterStray(tag, at, region.end);
                continue;
            }
            if (Tag.group(tag) > region.lastGroup) {
                break;
            }
            if (tag == 0) {
                mark(Defect.Kind.TRAILING_BYTES, 0, at);
                at = region.end;
                break;
            }
            ElementHeader header =
                    ElementHeader.read(source, at, region.end, tag, isExplicit, isBigEndian, signed, defects);
            if (table.isBehind(tag)) {
                mark(Defect.Kind.OUT_OF_ORDER, tag, at);
            }
            at = element(header, table, region, signed);
            boolean isHere = header.length() == 2 && region.end - header.valueAt() >= 2;
            if (tag == Tag.PIXEL_REPRESENTATION && isHere) {
                signed = source.unsignedShort(header.valueAt(), isBigEndian) == 1;
            }
        }
        if (region.isDelimited) {
            mark(Defect.Kind.SEQUENCE_BROKEN, 0, at);
        }
        return new Parsed(table.build(source), at);
    }

    private static boolean isTop(Region region) {
        return region.depth == 0;
    }

    /// An item with no sequence around it is passed over whole, so that its values are not taken for the patient's.
    private long afterStray(int tag, long at, long end) {
        long length = source.unsignedInt(at + 4, isBigEndian);
        return tag == Tag.ITEM && length != UNDEFINED && length <= end - at - 8 ? at + 8 + length : at + 8;
    }

    /// Adds one element and returns where the next begins.
    private long element(ElementHeader header, ElementTable.Builder table, Region region, boolean isSigned) {
        int tag = header.tag();
        long at = header.valueAt();
        long left = region.end - at;
        if (header.length() == UNDEFINED) {
            return undefinedLength(header, table, region, isSigned);
        }
        boolean isBeyond = header.length() > left;
        long length = Math.max(0, Math.min(header.length(), left));
        if (isBeyond) {
            boolean isEndOfFile = region.end == source.length();
            mark(isEndOfFile ? Defect.Kind.TRUNCATED : Defect.Kind.LENGTH_BEYOND_PARENT, tag, at);
        } else if ((length & 1) == 1) {
            mark(Defect.Kind.ODD_LENGTH, tag, at);
        }
        if (header.vr() == Vr.SQ) {
            return definedSequence(header, table, at + length, region, isSigned);
        }
        if (isTop(region) && isPixels(tag)) {
            added(table.add(tag, header.vr(), at, length), tag, at);
            pixelData = new PixelData.Native(tag, header.vr(), source.slice(at, length), header.length(), isBigEndian);
        } else if (!isBeyond) {
            // Half a number is a wrong number: a value cut short is left out, pixels apart.
            added(table.add(tag, header.vr(), at, length), tag, at);
        }
        return at + length;
    }

    private void added(boolean isNew, int tag, long at) {
        if (!isNew) {
            mark(Defect.Kind.DUPLICATE_ELEMENT, tag, at);
        }
    }

    private static boolean isPixels(int tag) {
        return tag == Tag.PIXEL_DATA || tag == Tag.FLOAT_PIXEL_DATA || tag == Tag.DOUBLE_FLOAT_PIXEL_DATA;
    }

    private long definedSequence(
            ElementHeader header, ElementTable.Builder table, long end, Region region, boolean isSigned) {
        if (region.depth >= MAX_DEPTH) {
            mark(Defect.Kind.NESTED_TOO_DEEP, header.tag(), header.valueAt());
            return end;
        }
        Items items = items(header, end, region.depth, false, isSigned);
        added(table.addSequence(header.tag(), items.items), header.tag(), header.valueAt());
        // A length that ran into the elements after the sequence: go on with those.
        return items.isWhole ? end : items.end;
    }

    private long undefinedLength(ElementHeader header, ElementTable.Builder table, Region region, boolean isSigned) {
        long at = header.valueAt();
        int tag = header.tag();
        boolean isItem = region.end - at >= 8 && (tagAt(at) == Tag.ITEM || tagAt(at) == Tag.SEQUENCE_DELIMITATION_ITEM);
        boolean isSequence = header.vr() == Vr.SQ || header.vr() == Vr.UN && !isPixels(tag);
        if (!isItem) {
            mark(Defect.Kind.PIXEL_DATA_BROKEN, tag, at);
            if (isTop(region) && isPixels(tag)) {
                table.add(tag, header.vr(), at, region.end - at);
                pixelData = new PixelData.Native(
                        tag, header.vr(), source.slice(at, region.end - at), UNDEFINED, isBigEndian);
                return region.end;
            }
            return isSequence ? at : region.end;
        }
        if (!isSequence) {
            FragmentParser.Fragments found = fragments.parse(tag, at, region.end);
            List<ByteSlice> held = found.pixelData().fragments();
            added(table.addFragments(tag, header.vr(), at, held), tag, at);
            if (isTop(region) && isPixels(tag)) {
                pixelData = found.pixelData();
            }
            return found.end();
        }
        if (region.depth >= MAX_DEPTH) {
            mark(Defect.Kind.NESTED_TOO_DEEP, tag, at);
            return skipSequence(at, region.end, header.isExplicit());
        }
        Items items = items(header, region.end, region.depth, true, isSigned);
        added(table.addSequence(tag, items.items), tag, at);
        return items.end;
    }

    private Items items(ElementHeader header, long end, int depth, boolean isDelimited, boolean isSigned) {
        List<DataSet> items = new ArrayList<>();
        long at = header.valueAt();
        while (at < end) {
            if (end - at < 8) {
                mark(Defect.Kind.SEQUENCE_BROKEN, header.tag(), at);
                return new Items(items, end, true);
            }
            int tag = tagAt(at);
            long length = source.unsignedInt(at + 4, isBigEndian);
            if (tag == Tag.SEQUENCE_DELIMITATION_ITEM && isDelimited) {
                return new Items(items, at + 8, true);
            }
            if (tag == Tag.ITEM_DELIMITATION_ITEM || tag == Tag.SEQUENCE_DELIMITATION_ITEM) {
                mark(Defect.Kind.STRAY_DELIMITER, tag, at);
                at += 8;
                continue;
            }
            if (tag != Tag.ITEM) {
                mark(Defect.Kind.SEQUENCE_BROKEN, header.tag(), at);
                boolean isNext = Integer.compareUnsigned(tag, header.tag()) > 0;
                return new Items(items, at, !isNext && !isDelimited);
            }
            boolean isOpen = length == UNDEFINED;
            if (!isOpen && length > end - at - 8) {
                mark(Defect.Kind.LENGTH_BEYOND_PARENT, header.tag(), at);
            }
            long itemEnd = isOpen ? end : Math.min(end, at + 8 + length);
            Parsed item = parse(at + 8, new Region(itemEnd, depth + 1, isOpen, 0xFFFF), header.isExplicit(), isSigned);
            items.add(item.table);
            at = isOpen ? item.end : itemEnd;
        }
        if (isDelimited) {
            mark(Defect.Kind.SEQUENCE_BROKEN, header.tag(), at);
        }
        return new Items(items, end, true);
    }

    /// Passes over a sequence of undefined length without recursion; returns where the next element begins.
    private long skipSequence(long from, long end, boolean isExplicit) {
        long at = from;
        int open = 1;
        while (end - at >= 8 && open > 0) {
            int tag = tagAt(at);
            if (Tag.group(tag) == DELIMITER_GROUP) {
                long length = source.unsignedInt(at + 4, isBigEndian);
                at += 8;
                if (tag != Tag.ITEM) {
                    open--;
                } else if (length == UNDEFINED) {
                    open++;
                } else {
                    at += Math.min(length, end - at);
                }
                continue;
            }
            ElementHeader header =
                    ElementHeader.read(source, at, end, tag, isExplicit, isBigEndian, false, new ArrayList<>());
            at = header.valueAt();
            if (header.length() == UNDEFINED) {
                open++;
            } else {
                at += Math.min(header.length(), Math.max(0, end - at));
            }
        }
        return open > 0 ? end : at;
    }
}
