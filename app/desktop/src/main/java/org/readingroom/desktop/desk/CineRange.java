package org.readingroom.desktop.desk;

/// The positions that are played, both included.
///
/// **Range:** `first` is not after `last`.
record CineRange(int first, int last) {
    CineRange {
        if (first < 0 || last < first) {
            throw new IllegalArgumentException("from " + first + " to " + last);
        }
    }

    static CineRange whole(int count) {
        return new CineRange(0, Math.max(0, count - 1));
    }

    /// The same without what `count` positions do not have; all of them where nothing is left to play.
    CineRange within(int count) {
        int end = Math.min(last, count - 1);
        return first < end ? new CineRange(first, end) : whole(count);
    }

    boolean holds(int index) {
        return index >= first && index <= last;
    }

    int size() {
        return last - first + 1;
    }

    /// Begins at `index`; what ended before it ends at the last of `count`.
    CineRange from(int index, int count) {
        return new CineRange(index, last > index ? last : Math.max(index, count - 1));
    }

    /// Ends at `index`; what began after it begins at the first.
    CineRange to(int index) {
        return new CineRange(first < index ? first : 0, index);
    }
}
