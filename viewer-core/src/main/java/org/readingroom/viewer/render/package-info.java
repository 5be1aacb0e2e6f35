/// Renderers: a [ResolvedView] becomes a picture, on the processor or on the graphics card, within
/// one grey level.
///
/// First read: [Renderer], then [CpuRenderer], the reference every other one is held to.
@NullMarked
package org.readingroom.viewer.render;

import org.jspecify.annotations.NullMarked;
