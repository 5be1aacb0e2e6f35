/// What a view shows: plane, look and window, resolved into the matrices of one picture. No
/// pixels, no controls.
///
/// First read: [ViewResolver], which turns a [ViewState], a [ViewPresentation] and a
/// [DataPresentation] into a
/// [ResolvedView]; then [ViewTransform], which turns screen points into patient points and back.
@NullMarked
package org.readingroom.viewer.viewport;

import org.jspecify.annotations.NullMarked;
