package org.readingroom.viewer.codec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.dicom.ByteSlice;
import org.readingroom.viewer.dicom.PixelData;

/// Which fragments make up each frame of encapsulated pixel data.
///
/// Where code streams start is asked first: as many starts as frames are the frames, whatever an offset table says.
/// Offset tables are believed only when every offset falls on a fragment; otherwise the fragments themselves tell:
/// one each, or a new frame wherever a code stream starts.
///
/// **Source:** DICOM PS3.5 section A.4, PS3.3 sections C.7.6.3.1.8 and C.7.6.3.1.9.
final class FragmentIndex {
    /// Chosen: above this, a Number of Frames that the fragments cannot hold is taken as nonsense.
    private static final int PLAUSIBLE_FRAMES = 100_000;

    private final List<ByteSlice> fragments;

    /// First fragment of each frame, and one more entry: the end.
    private final int[] starts;

    private FragmentIndex(List<ByteSlice> fragments, int[] starts) {
        this.fragments = fragments;
        this.starts = starts;
    }

    // [impl->req~codec.fragments~1]
    static FragmentIndex of(PixelData.Encapsulated data, int declared) throws CodecException {
        List<ByteSlice> all = data.fragments();
        int frames = declared > 0 ? declared : told(data);
        if (frames > all.size() && frames > PLAUSIBLE_FRAMES) {
            throw new CodecException(
                    "viewer.codec.frames-impossible",
                    List.of(frames, all.size()),
                    frames + " frames declared in " + all.size() + " fragments",
                    null);
        }
        int[] everySigned = startsBySignature(all);
        if (frames == 1) {
            if (everySigned.length > 2) {
                // a decoder would show the first picture and nobody miss the others
                throw new CodecException(
                        "viewer.codec.frames-impossible",
                        List.of(1, everySigned.length - 1),
                        everySigned.length - 1 + " code streams in one frame",
                        null);
            }
            return new FragmentIndex(all, new int[] {0, all.size()});
        }
        if (everySigned.length - 1 == frames) {
            return new FragmentIndex(all, everySigned);
        }
        int @Nullable [] starts = startsAt(data.extendedOffsets(), all, frames);
        if (starts == null) {
            starts = startsAt(data.basicOffsets(), all, frames);
        }
        if (starts != null) {
            return new FragmentIndex(all, starts);
        }
        List<ByteSlice> filled =
                all.stream().filter(fragment -> fragment.length() > 0).toList();
        if (all.size() == frames || filled.size() <= frames) {
            List<ByteSlice> each = all.size() <= frames ? all : filled;
            return new FragmentIndex(each, oneEach(each.size()));
        }
        int[] signed = startsBySignature(filled);
        if (signed.length - 1 <= frames && signed.length > 1) {
            return new FragmentIndex(filled, signed);
        }
        throw new CodecException(
                "viewer.codec.frame-boundaries",
                frames + " frames cannot be told apart in " + all.size() + " fragments");
    }

    /// How many frames there are when the header does not say: what an offset table lists, or code streams, or at
    /// least one.
    private static int told(PixelData.Encapsulated data) {
        int listed = Math.max(data.extendedOffsets().size(), data.basicOffsets().size());
        return Math.max(1, Math.max(listed, startsBySignature(data.fragments()).length - 1));
    }

    int count() {
        return starts.length - 1;
    }

    /// The bytes of one frame. **Errors:** [CodecException] when the file has none for it.
    List<ByteSlice> fragments(int frame) throws CodecException {
        if (frame + 1 >= starts.length || starts[frame] >= starts[frame + 1]) {
            throw CodecException.truncated("no fragment holds frame " + (frame + 1));
        }
        return fragments.subList(starts[frame], starts[frame + 1]);
    }

    private static int @Nullable [] startsAt(List<Long> offsets, List<ByteSlice> fragments, int frames) {
        if (offsets.size() != frames || offsets.getFirst() != 0) {
            return null;
        }
        int[] starts = new int[frames + 1];
        long offset = 0;
        int found = 0;
        for (int i = 0; i < fragments.size() && found < frames; i++) {
            if (offsets.get(found) == offset) {
                starts[found++] = i;
            }
            offset += 8 + fragments.get(i).length();
        }
        // A file cut short may have lost the fragments of its last frames.
        if (found < frames && offsets.get(found) < offset) {
            return null;
        }
        Arrays.fill(starts, found, frames + 1, fragments.size());
        return starts;
    }

    private static int[] oneEach(int count) {
        int[] starts = new int[count + 1];
        Arrays.setAll(starts, i -> i);
        return starts;
    }

    private static int[] startsBySignature(List<ByteSlice> fragments) {
        List<Integer> starts = new ArrayList<>();
        for (int i = 0; i < fragments.size(); i++) {
            if (CodeStreams.startsHere(fragments.get(i))) {
                starts.add(i);
            }
        }
        if (starts.isEmpty() || starts.getFirst() != 0) {
            return new int[0];
        }
        starts.add(fragments.size());
        return starts.stream().mapToInt(Integer::intValue).toArray();
    }
}
