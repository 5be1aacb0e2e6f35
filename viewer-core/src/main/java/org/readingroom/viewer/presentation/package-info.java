/// Softcopy presentation states: how somebody wanted images to look, as values that a view can take.
///
/// First read: [PresentationStateReader], then [PresentationApplier] and [DisplayedAreaFit].
@NullMarked
package org.readingroom.viewer.presentation;

import org.jspecify.annotations.NullMarked;
