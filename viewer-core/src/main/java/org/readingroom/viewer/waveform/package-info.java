/// Curves over time: electrocardiograms, pressures, breathing. Values in their units, and how they lie on paper.
///
/// First read: [WaveformReader], then [TracePaper].
@NullMarked
package org.readingroom.viewer.waveform;

import org.jspecify.annotations.NullMarked;
