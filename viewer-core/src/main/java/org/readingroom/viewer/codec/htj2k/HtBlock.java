package org.readingroom.viewer.codec.htj2k;

/// One code block: the cleanup segment lies in `bytes` from `from` to `cleanupEnd`, the segment of the refinements
/// after
/// it up to `end`.
///
/// `refinements` counts the passes after cleanup, 0 to 2; `plane` is the bit-plane that cleanup ends in, counted from
/// 0;
/// `isCausal` when no stripe looks at the one below it.
public record HtBlock(
        byte[] bytes,
        int from,
        int cleanupEnd,
        int end,
        int refinements,
        int width,
        int height,
        int plane,
        boolean isCausal) {}
